/**
 * SQL in the files of an application: what is checked, where it stands, and what it consists of.
 */
package de.qapix.checks.query;

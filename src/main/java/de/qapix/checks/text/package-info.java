/** Texts of queries with holes, in which each character knows where it is written. */
package de.qapix.checks.text;

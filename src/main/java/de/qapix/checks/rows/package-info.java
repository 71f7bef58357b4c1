/** The rows of results: their columns, and what a program expects of them. */
package de.qapix.checks.rows;

/** The columns of results, and which of them can be null. */
package de.qapix.checks.rows;

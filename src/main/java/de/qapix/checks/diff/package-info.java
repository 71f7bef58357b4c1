/** The SQL that turns one schema into another. */
package de.qapix.checks.diff;

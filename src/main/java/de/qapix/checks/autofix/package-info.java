/** Puts files of queries right, as far as what is wrong in them can only be meant in one way. */
package de.qapix.checks.autofix;

/** The queries in the files of an application: found, checked and listed, many at once. */
package de.qapix.checks.scan;

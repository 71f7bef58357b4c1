/** What is printed, and where. */
package de.qapix.cli.output;

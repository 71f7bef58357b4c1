/** The commands that bring data in and tell about it. */
package de.qapix.cli.sync;

/** The commands about migrations. */
package de.qapix.cli.migrate;

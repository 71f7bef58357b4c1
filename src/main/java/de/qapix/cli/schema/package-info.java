/** The commands that check schemas and queries. */
package de.qapix.cli.schema;

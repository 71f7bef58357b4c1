/** What stands in a database: its catalog, read and compared. */
package de.qapix.catalog;

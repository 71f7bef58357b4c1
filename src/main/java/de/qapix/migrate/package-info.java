/** Migrations, and what the database must look like before they may run. */
package de.qapix.migrate;

/** Folders of migrations, and the databases on which they are tried out. */
package de.qapix.checks.scratch;

/** Databases that are made of folders of migrations, to try them out. */
package de.qapix.checks.trial;

/** Folders of migrations, whichever tool they are for, and what tools write down of them. */
package de.qapix.checks.scratch;

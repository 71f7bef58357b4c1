/** What pending migrations would block, rewrite and lose, as measured on a scratch database. */
package de.qapix.checks.lint;

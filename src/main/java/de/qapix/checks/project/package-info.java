/** The file {@code qapix.toml}, which says what databases a repository has. */
package de.qapix.checks.project;

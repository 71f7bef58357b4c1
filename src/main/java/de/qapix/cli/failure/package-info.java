/** What has gone wrong, in words for users: what happened, to what, what to do next. */
package de.qapix.cli.failure;

package de.qapix.checks.query;

/**
 * What was probably meant.
 *
 * @param sql as it must be written in the place of all that was wrong, with its qualifier
 * @param sure whether it differs in nothing but case, underscores and quotes, and is the only one
 */
record Suggestion(String sql, boolean sure) {}

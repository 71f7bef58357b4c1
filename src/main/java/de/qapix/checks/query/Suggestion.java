package de.qapix.checks.query;

/**
 * What was probably meant.
 *
 * @param sql as it must be written in the place of all that was wrong, with its qualifier
 * @param name the last part of it
 * @param sure whether it differs in nothing but case, underscores and quotes, and is the only one
 */
record Suggestion(String sql, String name, boolean sure) {}

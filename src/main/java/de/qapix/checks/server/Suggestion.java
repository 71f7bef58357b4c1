package de.qapix.checks.server;

/**
 * What was probably meant.
 *
 * @param sql as it must be written in the place of all that was wrong, with its qualifier
 * @param sure whether it differs in nothing but case, underscores and quotes, and is the only one
 * @param object the same by its name in the database, whatever its table is called in the query
 * @param single whether nothing else can be meant, be it that it is spelt otherwise
 */
public record Suggestion(String sql, boolean sure, String object, boolean single) {

  public Suggestion(String sql, boolean sure) {
    this(sql, sure, sql);
  }

  public Suggestion(String sql, boolean sure, String object) {
    this(sql, sure, object, sure);
  }
}

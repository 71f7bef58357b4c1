package de.qapix.checks.query;

/** Asks what a server makes of a statement, which is never run. */
interface Describer {

  /**
   * Whether the server would run it.
   *
   * @param sql one statement
   * @param parameters how many {@code $n} it has
   */
  DescribeResult describe(String sql, int parameters);
}

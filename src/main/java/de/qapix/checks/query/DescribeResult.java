package de.qapix.checks.query;

import java.util.Optional;

/** What a server makes of a statement. */
sealed interface DescribeResult {

  /** It would run it. */
  record Accepted() implements DescribeResult {}

  /**
   * It would not.
   *
   * @param state the SQLSTATE
   * @param message the server's words
   * @param hint its advice
   * @param position the char in the statement, from 0; -1 where it names none
   */
  record Refused(String state, String message, Optional<String> hint, int position)
      implements DescribeResult {}
}

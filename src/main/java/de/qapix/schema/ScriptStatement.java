package de.qapix.schema;

import java.util.Locale;
import java.util.Set;

/**
 * One statement of a script.
 *
 * @param start the index of its first word in the script
 */
record ScriptStatement(int start, String sql) {

  private static final Set<String> TRANSACTION_CONTROL =
      Set.of("begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release");

  /** Whether it begins or ends a transaction of its own. */
  boolean controlsTransaction() {
    int end = 0;
    while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
      end++;
    }
    return TRANSACTION_CONTROL.contains(sql.substring(0, end).toLowerCase(Locale.ROOT));
  }
}

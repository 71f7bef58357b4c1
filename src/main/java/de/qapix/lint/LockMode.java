package de.qapix.lint;

import java.util.Locale;

/** A lock on a table, the weakest first. */
enum LockMode {
  ACCESS_SHARE,
  ROW_SHARE,
  ROW_EXCLUSIVE,
  SHARE_UPDATE_EXCLUSIVE,
  SHARE,
  SHARE_ROW_EXCLUSIVE,
  EXCLUSIVE,
  ACCESS_EXCLUSIVE;

  /** What pg_locks calls it, such as AccessExclusiveLock. */
  static LockMode of(String serverName) {
    String words = serverName.replaceAll("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return valueOf(words.toUpperCase(Locale.ROOT));
  }

  /** Whether nobody can write, or even read, while it is held. */
  boolean blocksWrites() {
    return compareTo(SHARE) >= 0;
  }

  /** As the documentation writes it. */
  String words() {
    return name().replace('_', ' ');
  }
}

package de.qapix.checks.lint;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

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

  private static final Map<String, LockMode> BY_SERVER_NAME =
      Arrays.stream(values())
          .collect(
              toMap(
                  mode -> mode.name().replace("_", "").toLowerCase(Locale.ROOT) + "lock",
                  Function.identity()));

  /** What pg_locks calls it, such as AccessExclusiveLock. */
  static LockMode of(String serverName) {
    return BY_SERVER_NAME.get(serverName.toLowerCase(Locale.ROOT));
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

package de.qapix.checks.names;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The stand-ins for extensions in a database. They have less than what they stand in for, so that a
 * function, a type or an operator which is missing may well be there in truth.
 */
public final class StandIns {

  private final boolean any;
  private final List<Pattern> types;

  /**
   * Those of a database.
   *
   * @param types that they have, as the server tells their names; an empty one for a stand-in that
   *     has none
   */
  public StandIns(List<String> types) {
    this.any = !types.isEmpty();
    this.types =
        types.stream()
            .filter(type -> !type.isEmpty())
            .map(type -> Pattern.compile("(?<![\\w.\"])" + Pattern.quote(type) + "(?![\\w\"])"))
            .toList();
  }

  /** Whether there is one. */
  public boolean any() {
    return any;
  }

  /** Whether words of the server are about a type that one of them has. */
  public boolean haveTypeIn(String message) {
    return types.stream().anyMatch(type -> type.matcher(message).find());
  }
}

package de.qapix.checks.diff;

import de.qapix.catalog.ObjectName;
import java.util.Optional;

/** One step of the way from one catalog to another. */
public sealed interface Change {

  /** What to know before it is done. */
  enum Caution {
    LOSES_DATA,
    /** It fails where there are rows without a value. */
    NEEDS_VALUES
  }

  /**
   * A statement.
   *
   * @param sql without a semicolon
   */
  record Statement(String sql, Optional<Caution> caution) implements Change {}

  /**
   * What has no statement, so that a person has to do it.
   *
   * @param object its name as it is written in SQL
   * @param what a trait of it as the catalog names it, or what else about it
   */
  record ByHand(String object, String what) implements Change {}

  static Statement safe(String sql) {
    return new Statement(sql, Optional.empty());
  }

  static Statement losing(String sql) {
    return new Statement(sql, Optional.of(Caution.LOSES_DATA));
  }

  static Statement losingIf(boolean loses, String sql) {
    return loses ? losing(sql) : safe(sql);
  }

  static Statement needingValues(String sql) {
    return new Statement(sql, Optional.of(Caution.NEEDS_VALUES));
  }

  static ByHand byHand(ObjectName object, String what) {
    return new ByHand(object.sql(), what);
  }
}

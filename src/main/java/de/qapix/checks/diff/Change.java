package de.qapix.checks.diff;

import de.qapix.catalog.ObjectName;

/**
 * One statement of the way from one catalog to another.
 *
 * @param sql without a semicolon; comment lines may stand before the statement, or alone
 * @param object the name of what is changed, as it is written in SQL
 */
public record Change(String sql, boolean losesData, String object) {

  private static final String NOT_DONE = "-- change by hand: ";

  static Change safe(ObjectName object, String sql) {
    return new Change(sql, false, object.sql());
  }

  static Change losing(ObjectName object, String sql) {
    return new Change(sql, true, object.sql());
  }

  static Change notDone(ObjectName object, String what) {
    return safe(object, NOT_DONE + object.sql() + ": " + what.replace('\n', ' '));
  }

  /** Whether there is a statement for it; where there is none, a person has to do it. */
  public boolean isDone() {
    return !sql.startsWith(NOT_DONE);
  }

  /** As it stands in a script. */
  public String script() {
    return isDone() ? sql + ";" : sql;
  }
}

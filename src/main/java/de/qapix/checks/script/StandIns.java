package de.qapix.checks.script;

import de.qapix.sql.Restricted;
import de.qapix.sql.ServerRefusal;
import de.qapix.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a scratch database what scripts miss there, or takes from them what cannot be there. */
final class StandIns {

  /** A statement in whose place something else runs. */
  record Replaced(SqlStatement statement, Restricted why) {}

  private static final String HARMLESS = "select 1";

  private final Connection connection;
  private final ScratchRoles roles;
  private final Platform platform;

  StandIns(Connection connection, ScratchRoles roles, Platform platform) {
    this.connection = connection;
    this.roles = roles;
    this.platform = platform;
  }

  /** Those of a script's statements that the owner of a database cannot run. */
  static List<Replaced> restricted(List<SqlStatement> statements) {
    List<Replaced> found = new ArrayList<>();
    for (SqlStatement statement : statements) {
      Restricted.of(statement).ifPresent(why -> found.add(new Replaced(statement, why)));
    }
    return found;
  }

  /** The script with what can run in their places; the roles that they make are there then. */
  String replace(String sql, List<Replaced> statements) throws SQLException {
    String text = sql;
    for (Replaced one : statements) {
      int start = one.statement().offset();
      int end = start + one.statement().text().length();
      String instead = one.why().replacement();
      text = Blanks.replace(text, start, end, instead.isEmpty() ? harmless(start, end) : instead);
      lend(one.why().roles());
    }
    return text;
  }

  /** It stays a statement: their number decides whether they share a transaction. */
  private static String harmless(int start, int end) {
    return end - start < HARMLESS.length() ? "" : HARMLESS;
  }

  private void lend(List<String> names) throws SQLException {
    for (String name : names) {
      roles.lend(name, connection);
    }
  }

  /**
   * What to run instead of a statement that has failed; it itself when something was missing that
   * is there now.
   */
  Optional<String> remedy(SqlStatement statement, SQLException failure) throws SQLException {
    if (roles.standIn(failure, connection) || platform.standIn(failure, connection)) {
      return Optional.of(statement.text());
    }
    ServerRefusal refusal = ServerRefusal.of(failure);
    Optional<Restricted> inside = DoBlock.failed(refusal).flatMap(Restricted::of);
    if (inside.isEmpty()) {
      return Optional.empty();
    }
    lend(inside.get().roles());
    return DoBlock.without(statement, refusal);
  }

  /** Whether the database has extensions that are not the real ones, or such of them. */
  boolean are(String which) throws SQLException {
    try (Statement query = connection.createStatement();
        var rows = query.executeQuery(which)) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}

package de.qapix.cli;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** What the database says when it refuses, by SQLSTATE (PostgreSQL's manual, appendix A). */
final class DatabaseFailures {

  private static final Map<String, String> BY_STATE =
      Map.ofEntries(
          Map.entry("28P01", "password"),
          Map.entry("28000", "password"),
          Map.entry("3D000", "unknown"),
          Map.entry("42501", "denied"),
          Map.entry("25006", "readonly"),
          Map.entry("53100", "full"),
          Map.entry("53300", "busy"),
          Map.entry("57P03", "starting"),
          Map.entry("57014", "canceled"),
          Map.entry("42P01", "schema"),
          Map.entry("42703", "schema"),
          Map.entry("3F000", "schema"));

  private static final Map<String, String> BY_CLASS =
      Map.of("08", "unreachable", "57", "stopped", "53", "busy");

  private final Messages messages;

  DatabaseFailures(Messages messages) {
    this.messages = messages;
  }

  Failure of(SQLException failure, String database) {
    SQLException root = root(failure);
    String state = Optional.ofNullable(root.getSQLState()).orElse("");
    String kind = kind(state);
    String words = words(root);
    return new Failure(
        kind.equals("schema") ? ExitCode.NOT_IN_ORDER : ExitCode.UNAVAILABLE,
        "database-" + kind,
        messages.text("database." + kind, database, words, state),
        messages.text("database." + kind + ".hint", database, words, state));
  }

  private static String kind(String state) {
    String byClass = BY_CLASS.get(state.length() < 2 ? "" : state.substring(0, 2));
    return BY_STATE.getOrDefault(state, byClass == null ? "other" : byClass);
  }

  /** The pool wraps what the driver says. */
  private static SQLException root(SQLException failure) {
    SQLException root = failure;
    while (root.getCause() instanceof SQLException deeper) {
      root = deeper;
    }
    return root;
  }

  private static String words(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.lines().findFirst().orElse("").replaceFirst("^(FATAL|ERROR): ", "");
  }
}

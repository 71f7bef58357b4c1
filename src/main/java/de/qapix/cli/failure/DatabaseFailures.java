package de.qapix.cli.failure;

import de.qapix.catalog.TableLock;
import de.qapix.cli.DurationConverter;
import de.qapix.cli.ExitCode;
import de.qapix.cli.Messages;
import de.qapix.postgres.FailedAttempt;
import de.qapix.postgres.FailedAttempt.Cause;
import de.qapix.postgres.UnreachableException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What keeps us from a database, or what it says when it refuses, by SQLSTATE (PostgreSQL's manual,
 * appendix A).
 */
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

  private static final String NOT_AVAILABLE = "55P03";

  private static final Map<String, String> BY_CLASS =
      Map.of("08", "lost", "57", "stopped", "53", "busy");

  private static final Set<Cause> ABOUT_TLS =
      Set.of(
          Cause.NO_TLS,
          Cause.CERTIFICATE_DATE,
          Cause.CERTIFICATE_UNTRUSTED,
          Cause.CERTIFICATE_NAME,
          Cause.CERTIFICATE_BAD,
          Cause.TLS);

  private final Messages messages;
  private final Supplier<List<TableLock>> locks;

  /**
   * @param locks asks the databases for those that are in the way
   */
  DatabaseFailures(Messages messages, Supplier<List<TableLock>> locks) {
    this.messages = messages;
    this.locks = locks;
  }

  Failure of(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreachableException unreachable) {
        return unreachable(unreachable.attempts());
      }
    }
    SQLException root = root(failure);
    return NOT_AVAILABLE.equals(root.getSQLState()) ? locked(locks.get()) : refused(root);
  }

  /** The hint is about the first host: it is the one that is meant. */
  private Failure unreachable(List<FailedAttempt> attempts) {
    FailedAttempt first = attempts.get(0);
    String causes =
        attempts.size() == 1
            ? words(first)
            : attempts.stream()
                .map(attempt -> "\n  " + words(attempt))
                .collect(Collectors.joining());
    return new Failure(
        ExitCode.UNAVAILABLE,
        kind(first.cause()),
        messages.text("database.unreachable", causes),
        messages.text("database.cause." + key(first) + ".hint", first.server()));
  }

  /** Another session had a lock for longer than we wait. */
  private Failure locked(List<TableLock> found) {
    LockWords words = new LockWords(messages);
    return new Failure(
        ExitCode.UNAVAILABLE,
        "database-locked",
        messages.text("database.locked", words.of(found)),
        words.release(found));
  }

  private static String kind(Cause cause) {
    if (cause == Cause.NO_PASSWORD) {
      return "database-password";
    }
    return ABOUT_TLS.contains(cause) ? "database-tls" : "database-unreachable";
  }

  private String words(FailedAttempt attempt) {
    return messages.text(
        "database.cause." + key(attempt),
        attempt.server(),
        attempt.detail(),
        DurationConverter.text(attempt.limit()),
        inBrackets(attempt.detail()));
  }

  private static String inBrackets(String text) {
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  private static String key(FailedAttempt attempt) {
    return attempt.cause().name().toLowerCase(Locale.ROOT);
  }

  private Failure refused(SQLException failure) {
    String state = Optional.ofNullable(failure.getSQLState()).orElse("");
    String byClass = BY_CLASS.get(state.length() < 2 ? "" : state.substring(0, 2));
    String kind = BY_STATE.getOrDefault(state, byClass == null ? "other" : byClass);
    return new Failure(
        kind.equals("schema") ? ExitCode.NOT_IN_ORDER : ExitCode.UNAVAILABLE,
        "database-" + (kind.equals("lost") ? "unreachable" : kind),
        messages.text(
            "database." + kind,
            words(failure),
            state,
            inBrackets(state.isEmpty() ? "" : "SQLSTATE " + state)),
        messages.text("database." + kind + ".hint"));
  }

  /** The pool wraps what the driver says. */
  private static SQLException root(SQLException failure) {
    SQLException root = failure;
    while (root.getCause() instanceof SQLException deeper) {
      root = deeper;
    }
    return root;
  }

  /** The server's own, else the driver's. */
  private static String words(SQLException failure) {
    ServerErrorMessage server =
        failure instanceof PSQLException driver ? driver.getServerErrorMessage() : null;
    String message = server == null ? failure.getMessage() : server.getMessage();
    return String.valueOf(message).lines().findFirst().orElse("");
  }
}

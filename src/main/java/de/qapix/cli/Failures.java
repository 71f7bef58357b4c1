package de.qapix.cli;

import de.qapix.api.ApiException;
import de.qapix.finding.BaselineException;
import de.qapix.migrate.MigrationException;
import de.qapix.postgres.DatabaseUrlException;
import de.qapix.postgres.EmbeddedServerException;
import de.qapix.schema.MigrationFolderException;
import de.qapix.store.Holder;
import de.qapix.store.LockLostException;
import de.qapix.store.LockedException;
import de.qapix.sync.TooManyRejectsException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.exception.DataAccessException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what was thrown into words, a hint and an exit code; the one place that does. */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private final Messages messages;

  public Failures(Messages messages) {
    this.messages = messages;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    Optional<Failure> known = known(thrown);
    Failure failure = known.orElseGet(() -> bug(thrown));
    boolean json =
        command.getCommand() instanceof Formatted formatted && formatted.format() == Format.JSON;
    print(failure, command, json, parsed.originalArgs());
    if (known.isEmpty()) {
      thrown.printStackTrace(command.getErr());
    }
    command.getErr().flush();
    return failure.code().code();
  }

  @Override
  public int handleParseException(ParameterException thrown, String[] arguments) {
    CommandLine command = thrown.getCommandLine();
    Failure failure = misuse(thrown, command);
    List<String> words = List.of(arguments);
    print(failure, command, wants(words, "--format"), words);
    if (thrown instanceof UnmatchedArgumentException unmatched) {
      unmatched.getSuggestions().stream()
          .limit(3)
          .forEach(word -> command.getErr().println(messages.text("use.suggestion", word)));
    }
    command.getErr().flush();
    return failure.code().code();
  }

  private Failure misuse(ParameterException thrown, CommandLine command) {
    if (thrown.getCause() instanceof WrongUseException known) {
      return wrongUse(known);
    }
    String name = command.getCommandSpec().qualifiedName();
    return new Failure(
        ExitCode.WRONG_USE, "wrong-use", words(thrown), messages.text("use.help", name));
  }

  /** The parser's own words, which are English, only where there are no others. */
  private String words(ParameterException thrown) {
    if (thrown instanceof UnmatchedArgumentException unmatched) {
      return messages.text("use.unknown", String.join(" ", unmatched.getUnmatched()));
    }
    if (thrown instanceof MissingParameterException missing) {
      return messages.text("use.missing", names(missing.getMissing()));
    }
    if (thrown instanceof OverwrittenOptionException twice) {
      return messages.text("use.twice", names(List.of(twice.getOverwritten())));
    }
    if (thrown.getArgSpec() != null && thrown.getValue() != null) {
      return messages.text("use.value", thrown.getValue(), names(List.of(thrown.getArgSpec())));
    }
    return messages.text("use.wrong", thrown.getMessage());
  }

  private static String names(List<ArgSpec> arguments) {
    return arguments.stream()
        .map(
            argument ->
                argument instanceof OptionSpec option
                    ? option.longestName()
                    : argument.paramLabel())
        .collect(Collectors.joining(", "));
  }

  private static boolean wants(List<String> arguments, String option) {
    return String.join(" ", arguments).matches(".*" + option + "[= ]json.*");
  }

  private void print(Failure failure, CommandLine command, boolean json, List<String> arguments) {
    PrintWriter err = command.getErr();
    if (wants(arguments, "--log-format")) {
      err.println(JsonText.of(failure.json()));
    } else {
      err.println(messages.text("failure.error", failure.message()));
      if (!failure.hint().isEmpty()) {
        err.println(messages.text("failure.hint", failure.hint()));
      }
    }
    if (json) {
      command.getOut().println(JsonText.of(failure.json()));
      command.getOut().flush();
    }
  }

  private Optional<Failure> known(Throwable thrown) {
    if (thrown instanceof WrongUseException use) {
      return Optional.of(wrongUse(use));
    }
    if (thrown instanceof NotInOrderException wrong) {
      return Optional.of(of(ExitCode.NOT_IN_ORDER, "not-in-order", wrong.key(), wrong.arguments()));
    }
    if (thrown instanceof DatabaseUrlException url) {
      String key = "url." + url.kind().name().toLowerCase(Locale.ROOT);
      return Optional.of(of(ExitCode.WRONG_USE, "wrong-use", key, url.detail()));
    }
    if (thrown instanceof ApiException api) {
      return Optional.of(new ApiFailures(messages).of(api));
    }
    if (thrown instanceof LockedException locked) {
      return Optional.of(locked(locked.holder()));
    }
    if (thrown instanceof LockLostException lost) {
      return Optional.of(of(ExitCode.LOCKED, "lock-lost", "lock.lost", lost.runId()));
    }
    if (thrown instanceof TooManyRejectsException many) {
      return Optional.of(
          of(
              ExitCode.NOT_IN_ORDER,
              "too-many-rejects",
              "rejects.many",
              many.rejected(),
              many.limit(),
              many.lastReason()));
    }
    if (thrown instanceof MigrationException migration) {
      return Optional.of(MigrationFailures.of(migration, messages));
    }
    if (thrown instanceof MigrationFolderException folder) {
      String key = "folder." + folder.kind().name().toLowerCase(Locale.ROOT);
      return Optional.of(
          of(
              ExitCode.WRONG_USE,
              "migrations",
              key,
              folder.place(),
              folder.detail(),
              folder.line().orElse(0)));
    }
    if (thrown instanceof BaselineException baseline) {
      String key = "baseline." + baseline.kind().name().toLowerCase(Locale.ROOT);
      return Optional.of(
          of(ExitCode.WRONG_USE, "baseline", key, baseline.file(), baseline.detail()));
    }
    if (thrown instanceof EmbeddedServerException server) {
      String key = "server." + server.kind().name().toLowerCase(Locale.ROOT);
      return Optional.of(
          of(ExitCode.UNAVAILABLE, "embedded-server", key, server.place(), server.detail()));
    }
    return database(thrown);
  }

  private Optional<Failure> database(Throwable thrown) {
    if (thrown instanceof SQLException sql) {
      return Optional.of(new DatabaseFailures(messages).of(sql, ""));
    }
    if (thrown instanceof DataAccessException access
        && access.getCause(SQLException.class) != null) {
      return Optional.of(
          new DatabaseFailures(messages).of(access.getCause(SQLException.class), ""));
    }
    return Optional.empty();
  }

  private Failure wrongUse(WrongUseException use) {
    return of(ExitCode.WRONG_USE, "wrong-use", use.key(), use.arguments());
  }

  private Failure locked(Optional<Holder> holder) {
    return holder
        .map(
            run ->
                of(
                    ExitCode.LOCKED,
                    "locked",
                    "lock.held",
                    run.runId(),
                    run.host(),
                    run.pid(),
                    Words.time(run.since())))
        .orElseGet(() -> of(ExitCode.LOCKED, "locked", "lock.taken"));
  }

  private Failure bug(Throwable thrown) {
    return of(ExitCode.BUG, "bug", "bug", String.valueOf(thrown.getMessage()));
  }

  private Failure of(ExitCode code, String kind, String key, Object... arguments) {
    return new Failure(
        code, kind, messages.text(key, arguments), messages.text(key + ".hint", arguments));
  }
}

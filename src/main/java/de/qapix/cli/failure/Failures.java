package de.qapix.cli.failure;

import de.qapix.catalog.TableLock;
import de.qapix.checks.finding.BaselineException;
import de.qapix.checks.project.ProjectFileException;
import de.qapix.checks.scratch.MigrationFolderException;
import de.qapix.checks.script.ScratchException;
import de.qapix.cli.CheckFailedException;
import de.qapix.cli.EarlyOptions;
import de.qapix.cli.ExitCode;
import de.qapix.cli.Format;
import de.qapix.cli.Formatted;
import de.qapix.cli.Interruption;
import de.qapix.cli.Messages;
import de.qapix.cli.WrongUseException;
import de.qapix.cli.output.AddressMask;
import de.qapix.cli.output.Output;
import de.qapix.cli.output.TimeFormat;
import de.qapix.data.api.ApiException;
import de.qapix.data.store.LockLostException;
import de.qapix.data.store.LockedException;
import de.qapix.data.sync.TooManyRejectsException;
import de.qapix.files.JsonText;
import de.qapix.migrate.MigrationException;
import de.qapix.postgres.EmbeddedServerException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what was thrown into words, a hint and an exit code; the one place that does. */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  /** Codes that tell of a result, which is worth nothing unread. */
  private static final Set<Integer> RESULTS =
      Set.of(ExitCode.DONE.code(), ExitCode.NOT_IN_ORDER.code(), ExitCode.PARTIAL.code());

  private final Messages messages;
  private final EarlyOptions options;
  private final Interruption interruption;
  private final Supplier<List<TableLock>> locks;

  /**
   * @param options how a failure is printed where the command line cannot be read
   * @param interruption that of this process: what fails after it is told as its work
   * @param locks asks the databases of the command for those that are in the way
   */
  public Failures(
      Messages messages,
      EarlyOptions options,
      Interruption interruption,
      Supplier<List<TableLock>> locks) {
    this.messages = messages;
    this.options = options;
    this.interruption = interruption;
    this.locks = locks;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    Optional<Failure> known = known(serverCause(thrown));
    Failure failure = known.orElseGet(() -> bug(thrown));
    boolean json =
        command.getCommand() instanceof Formatted formatted && formatted.format() == Format.JSON;
    print(failure, command, json);
    if (known.isEmpty()) {
      thrown.printStackTrace(command.getErr());
    }
    command.getErr().flush();
    return failure.code().code();
  }

  @Override
  public int handleParseException(ParameterException thrown, String[] arguments) {
    CommandLine command = thrown.getCommandLine();
    Failure failure = misuse(thrown);
    print(failure, command, options.wantsJson());
    command.getErr().flush();
    return failure.code().code();
  }

  /**
   * Tells that standard output could not be written to, after all else is done.
   *
   * @param code the exit code until then, which stays where it tells of a failure of its own
   */
  public int unwritable(String reason, int code, PrintWriter err) {
    Failure failure = of(ExitCode.UNWRITABLE, "unwritable", "output", reason);
    print(failure, Output.to(err));
    err.flush();
    return RESULTS.contains(code) ? failure.code().code() : code;
  }

  private Failure misuse(ParameterException thrown) {
    return thrown.getCause() instanceof WrongUseException known
        ? wrongUse(known)
        : new UseFailures(messages).of(thrown);
  }

  private void print(Failure failure, CommandLine command, boolean json) {
    print(failure, command.getErr());
    if (json) {
      command.getOut().println(JsonText.of(failure.json()));
      command.getOut().flush();
    }
  }

  private void print(Failure failure, PrintWriter err) {
    if (options.wantsJsonLog()) {
      err.println(JsonText.of(failure.json()));
      return;
    }
    err.println(messages.text("failure.error", failure.message()));
    if (!failure.hint().isEmpty()) {
      err.println(messages.text("failure.hint", failure.hint()));
    }
  }

  /** What the server or the driver has said, where jOOQ only tells that it said something. */
  private static Throwable serverCause(Throwable thrown) {
    return thrown instanceof DataAccessException access
            && access.getCause(SQLException.class) != null
        ? access.getCause(SQLException.class)
        : thrown;
  }

  private Optional<Failure> known(Throwable thrown) {
    return interruption
        .reason()
        .map(this::interrupted)
        .or(() -> kinds().flatMap(kind -> kind.of(thrown).stream()).findFirst());
  }

  /** All that a command may end with, besides bugs. */
  private Stream<Kind<?>> kinds() {
    return Stream.of(
        new Kind<>(WrongUseException.class, this::wrongUse),
        new Kind<>(CheckFailedException.class, this::notInOrder),
        new Kind<>(ApiException.class, new ApiFailures(messages)::of),
        new Kind<>(LockedException.class, this::locked),
        new Kind<>(LockLostException.class, this::lockLost),
        new Kind<>(TooManyRejectsException.class, this::tooManyRejects),
        new Kind<>(MigrationException.class, failure -> MigrationFailures.of(failure, messages)),
        new Kind<>(MigrationFolderException.class, this::migrationFolder),
        new Kind<>(ScratchException.class, this::failingMigration),
        new Kind<>(BaselineException.class, this::baseline),
        new Kind<>(ProjectFileException.class, new ProjectFailures(messages)::of),
        new Kind<>(EmbeddedServerException.class, this::embeddedServer),
        new Kind<>(SQLException.class, new DatabaseFailures(messages, locks)::of));
  }

  /** How those of one class are told. */
  private record Kind<E extends Throwable>(Class<E> type, Function<E, Failure> words) {

    Optional<Failure> of(Throwable thrown) {
      return Optional.of(thrown).filter(type::isInstance).map(type::cast).map(words);
    }
  }

  private Failure notInOrder(CheckFailedException wrong) {
    return of(ExitCode.NOT_IN_ORDER, "not-in-order", wrong.key(), wrong.arguments());
  }

  private Failure lockLost(LockLostException lost) {
    return of(ExitCode.LOCKED, "lock-lost", "lock.lost", lost.runId());
  }

  private Failure tooManyRejects(TooManyRejectsException many) {
    return of(
        ExitCode.NOT_IN_ORDER,
        "too-many-rejects",
        many.lastReason().isEmpty() ? "rejects.many.dropped" : "rejects.many",
        many.rejected(),
        many.limit(),
        many.lastReason());
  }

  private Failure migrationFolder(MigrationFolderException folder) {
    return of(
        ExitCode.WRONG_USE,
        "migrations",
        "folder." + word(folder.kind()),
        folder.place(),
        folder.detail(),
        folder.line().orElse(0));
  }

  /** Where a check does not make a finding of it, as there is nothing to compare. */
  private Failure failingMigration(ScratchException migration) {
    return of(
        ExitCode.WRONG_USE,
        "migrations",
        "folder." + word(migration.kind()),
        migration.place(),
        migration.serverMessage(),
        migration.sqlState());
  }

  private Failure baseline(BaselineException baseline) {
    return of(
        ExitCode.WRONG_USE,
        "baseline",
        "baseline." + word(baseline.kind()),
        baseline.file(),
        baseline.detail());
  }

  private Failure embeddedServer(EmbeddedServerException server) {
    return of(
        ExitCode.UNAVAILABLE,
        "embedded-server",
        "server." + word(server.kind()),
        server.place(),
        server.detail());
  }

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private Failure interrupted(Interruption.Reason reason) {
    return switch (reason) {
      case SIGNAL -> of(ExitCode.UNAVAILABLE, "interrupted", "database.interrupted");
      case ABORTED -> of(ExitCode.UNAVAILABLE, "interrupted", "interrupted");
      case TIME_UP -> silent(interruption.locks());
    };
  }

  private Failure silent(List<TableLock> locks) {
    LockWords words = new LockWords(messages);
    return locks.isEmpty()
        ? of(ExitCode.UNAVAILABLE, "database-silent", "database.silent")
        : new Failure(
            ExitCode.UNAVAILABLE,
            "database-silent",
            messages.text("database.silent.locked", words.of(locks)),
            words.release(locks));
  }

  private Failure wrongUse(WrongUseException use) {
    return of(ExitCode.WRONG_USE, "wrong-use", use.key(), use.arguments());
  }

  private Failure locked(LockedException locked) {
    return locked
        .holder()
        .map(
            run ->
                of(
                    ExitCode.LOCKED,
                    "locked",
                    "lock.held",
                    run.runId(),
                    run.host(),
                    run.pid(),
                    TimeFormat.time(run.since())))
        .orElseGet(() -> of(ExitCode.LOCKED, "locked", "lock.taken"));
  }

  private Failure bug(Throwable thrown) {
    return of(ExitCode.BUG, "bug", "bug", String.valueOf(thrown.getMessage()));
  }

  /** Much of what is typed wrongly was meant to be something else, such as an address. */
  private Failure of(ExitCode code, String kind, String key, Object... arguments) {
    Object[] shown =
        Arrays.stream(arguments)
            .map(each -> each instanceof Number ? each : AddressMask.mask(String.valueOf(each)))
            .toArray();
    return new Failure(code, kind, messages.text(key, shown), messages.text(key + ".hint", shown));
  }
}

package de.qapix;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.catalog.CatalogReader;
import de.qapix.cli.EarlyOptions;
import de.qapix.cli.ExitCode;
import de.qapix.cli.HelpFirst;
import de.qapix.cli.Interruption;
import de.qapix.cli.Messages;
import de.qapix.cli.Qapix;
import de.qapix.cli.Question;
import de.qapix.cli.SandboxCommand;
import de.qapix.cli.Settings;
import de.qapix.cli.TrainingCommand;
import de.qapix.cli.Workplaces;
import de.qapix.cli.failure.Failures;
import de.qapix.cli.migrate.MigrateCommand;
import de.qapix.cli.migrate.MigrateLintCommand;
import de.qapix.cli.migrate.SchemaReadiness;
import de.qapix.cli.output.Output;
import de.qapix.cli.output.StandardOutput;
import de.qapix.cli.schema.CheckRunner;
import de.qapix.cli.schema.SchemaCheckCommand;
import de.qapix.cli.schema.SchemaCommand;
import de.qapix.cli.schema.SchemaDiffCommand;
import de.qapix.cli.schema.SchemaInitCommand;
import de.qapix.cli.schema.SchemaShowCommand;
import de.qapix.cli.sync.HistoryAccess;
import de.qapix.cli.sync.RejectWords;
import de.qapix.cli.sync.RejectsCommand;
import de.qapix.cli.sync.RunsCommand;
import de.qapix.cli.sync.SyncCommand;
import de.qapix.cli.sync.VerifyCommand;
import de.qapix.data.calendly.ClassPreloading;
import de.qapix.data.calendly.SecretMask;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Puts the parts together by hand; the only class that knows them all. */
public final class Main {

  private final Build build = Build.read();
  private final InstantSource clock;
  private final LongSupplier ticker;
  private final Reader answers;
  private final Runnable beforeDatabase;
  private final Interruption interruption = new Interruption();

  /** For commands that ask nothing. */
  Main(InstantSource clock, LongSupplier ticker) {
    this(clock, ticker, Reader.nullReader());
  }

  /**
   * @param answers what the user types
   */
  Main(InstantSource clock, LongSupplier ticker, Reader answers) {
    this(clock, ticker, answers, () -> {});
  }

  private Main(InstantSource clock, LongSupplier ticker, Reader answers, Runnable beforeDatabase) {
    this.clock = clock;
    this.ticker = ticker;
    this.answers = answers;
    this.beforeDatabase = beforeDatabase;
  }

  public static void main(String[] arguments) {
    Runnable beforeDatabase = () -> {};
    if (!asksForVersion(arguments)) {
      LibraryLogs.limit();
      if (EarlyOptions.of(arguments).isCommand("sync")) {
        beforeDatabase = ClassPreloading.begin(needsTls(arguments))::await;
      }
    }
    Reader answers = new InputStreamReader(System.in, UTF_8);
    Main main = new Main(InstantSource.system(), System::nanoTime, answers, beforeDatabase);
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    FileOutputStream err = new FileOutputStream(FileDescriptor.err);
    int code = main.run(System.getenv(), arguments, out, err);
    if (!main.interruption.done()) {
      System.exit(code);
    }
  }

  /** As far as can be told before settings are read; if not, it takes a little longer. */
  private static boolean needsTls(String[] arguments) {
    boolean local =
        new Settings(System.getenv())
            .find("CALENDLY_API_URL")
            .filter(address -> address.startsWith("http:"))
            .isPresent();
    return !local && !List.of(arguments).contains("--sandbox");
  }

  /** Runs a command; gives its exit code. */
  int run(Map<String, String> environment, String[] arguments, OutputStream out, OutputStream err) {
    StandardOutput output = new StandardOutput(out);
    PrintWriter printed = writer(output);
    PrintWriter errors = writer(err);
    int code = run(environment, arguments, printed, errors);
    printed.flush();
    errors.flush();
    return output
        .failure()
        .map(reason -> unwritable(environment, arguments, reason, code, errors))
        .orElse(code);
  }

  private int run(
      Map<String, String> environment, String[] arguments, PrintWriter out, PrintWriter err) {
    if (asksForVersion(arguments)) {
      out.println(build.nameAndVersion());
      return ExitCode.DONE.code();
    }
    return commandLine(environment, EarlyOptions.of(arguments), out, err).execute(arguments);
  }

  /** Scripts ask for it, and the parser of command lines takes longer than the answer. */
  private static boolean asksForVersion(String[] arguments) {
    return arguments.length == 1 && arguments[0].equals("--version");
  }

  private int unwritable(
      Map<String, String> environment,
      String[] arguments,
      String reason,
      int code,
      PrintWriter err) {
    EarlyOptions early = EarlyOptions.of(arguments);
    return new Failures(messages(new Settings(environment), early), early, interruption, List::of)
        .unwritable(reason, code, err);
  }

  /** UTF-8 whatever the locale. */
  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, false, UTF_8);
  }

  CommandLine commandLine(
      Map<String, String> environment, EarlyOptions early, PrintWriter out, PrintWriter err) {
    Settings settings = new Settings(environment);
    Messages messages = messages(settings, early);
    Workplaces workplaces =
        new Workplaces(
            settings, messages, clock, build.postgres(), ticker, beforeDatabase, interruption);
    SchemaReadiness schemas =
        new SchemaReadiness(workplaces, new Question(answers, settings), messages);
    Calendly calendly = new Calendly(clock, ticker, build.version());
    HistoryAccess history = new HistoryAccess(workplaces, schemas);
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put(
        "sync",
        () -> new SyncCommand(workplaces, schemas, calendly::sync, messages, clock, ticker));
    commands.put(
        "verify", () -> new VerifyCommand(workplaces, schemas, calendly::verify, messages, ticker));
    commands.put("runs", () -> new RunsCommand(history, Calendly::history, messages, clock));
    commands.put(
        "rejects",
        () ->
            new RejectsCommand(
                history,
                Calendly::rejects,
                calendly::retry,
                new RejectWords(messages, SecretMask::maskedRecord),
                ticker));
    commands.put("migrate", () -> migrate(workplaces, schemas, messages));
    commands.put("schema", () -> schema(workplaces, messages));
    commands.put("sandbox", () -> new SandboxCommand(messages, clock).commandLine());
    commands.put(
        "training",
        () ->
            new TrainingCommand(
                command ->
                    commandLine(environment, EarlyOptions.of(command), out, err).execute(command)));
    CommandLine commandLine = new CommandLine(new Qapix());
    needed(commands, early).forEach(command -> commandLine.addSubcommand(command.get()));
    commandLine.setResourceBundle(messages.bundle());
    commandLine.getCommandSpec().version(build.nameAndVersion());
    Failures failures = new Failures(messages, early, interruption, workplaces::locks);
    return commandLine
        .setOut(Output.to(out))
        .setErr(Output.to(err))
        .setExecutionStrategy(new HelpFirst(messages))
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(settings.colours() ? Ansi.ON : Ansi.OFF));
  }

  /** To read what annotations say of all commands takes longer than many a command. */
  private static Collection<Supplier<Object>> needed(
      Map<String, Supplier<Object>> commands, EarlyOptions early) {
    return commands.keySet().stream()
        .filter(early::isCommand)
        .findFirst()
        .<Collection<Supplier<Object>>>map(name -> List.of(commands.get(name)))
        .orElseGet(commands::values);
  }

  private static Messages messages(Settings settings, EarlyOptions early) {
    return new Messages(early.language().orElseGet(settings::locale));
  }

  private CommandLine migrate(Workplaces workplaces, SchemaReadiness schemas, Messages messages) {
    MigrateCommand migrate = new MigrateCommand(schemas, workplaces::terminal, messages);
    return migrate
        .commandLine()
        .addSubcommand(new MigrateLintCommand(migrate, checks(workplaces, messages), messages));
  }

  private CheckRunner checks(Workplaces workplaces, Messages messages) {
    return new CheckRunner(workplaces, new Checks(), messages, clock, build.version());
  }

  private CommandLine schema(Workplaces workplaces, Messages messages) {
    return new CommandLine(new SchemaCommand())
        .addSubcommand(new SchemaCheckCommand(checks(workplaces, messages), messages))
        .addSubcommand(new SchemaInitCommand(messages))
        .addSubcommand(new SchemaDiffCommand(workplaces, new Checks(), messages))
        .addSubcommand(
            new SchemaShowCommand(
                workplaces, place -> CatalogReader.read(Calendly.db(place)), messages));
  }
}

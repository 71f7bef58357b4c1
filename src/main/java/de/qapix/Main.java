package de.qapix;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.api.ApiAccess;
import de.qapix.api.ApiClient;
import de.qapix.api.TimeBox;
import de.qapix.calendly.Booking;
import de.qapix.calendly.CalendlyFeed;
import de.qapix.calendly.CalendlyInventory;
import de.qapix.calendly.CalendlyTable;
import de.qapix.calendly.HeadStart;
import de.qapix.calendly.MeetingKinds;
import de.qapix.calendly.ScheduledEvent;
import de.qapix.calendly.Secrets;
import de.qapix.cli.CheckRunner;
import de.qapix.cli.Failures;
import de.qapix.cli.Messages;
import de.qapix.cli.MigrateCommand;
import de.qapix.cli.MigrateLintCommand;
import de.qapix.cli.Qapix;
import de.qapix.cli.RejectsCommand;
import de.qapix.cli.RunsCommand;
import de.qapix.cli.SandboxCommand;
import de.qapix.cli.SchemaCheckCommand;
import de.qapix.cli.SchemaCommand;
import de.qapix.cli.SchemaDiffCommand;
import de.qapix.cli.SchemaShowCommand;
import de.qapix.cli.Schemas;
import de.qapix.cli.Settings;
import de.qapix.cli.SyncCommand;
import de.qapix.cli.TrainingCommand;
import de.qapix.cli.VerifyCommand;
import de.qapix.cli.Workplace;
import de.qapix.cli.Workplaces;
import de.qapix.postgres.Database;
import de.qapix.schema.CatalogReader;
import de.qapix.store.KnownReject;
import de.qapix.store.KnownRejects;
import de.qapix.store.Machine;
import de.qapix.store.RunHistory;
import de.qapix.store.Store;
import de.qapix.store.SweepHistory;
import de.qapix.sync.Ledger;
import de.qapix.sync.Preview;
import de.qapix.sync.Progress;
import de.qapix.sync.Retrial;
import de.qapix.sync.Retried;
import de.qapix.sync.SyncOptions;
import de.qapix.sync.SyncResult;
import de.qapix.sync.SyncRun;
import de.qapix.sync.Verification;
import de.qapix.sync.Verified;
import de.qapix.sync.VerifyOptions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import picocli.CommandLine;

/** Puts the parts together by hand; the only class that knows them all. */
public final class Main {

  private static final String CALENDLY = "calendly";

  private final Build build = Build.read();
  private final InstantSource clock;
  private final LongSupplier ticker;
  private final Runnable beforeDatabase;

  Main(InstantSource clock, LongSupplier ticker) {
    this(clock, ticker, () -> {});
  }

  private Main(InstantSource clock, LongSupplier ticker, Runnable beforeDatabase) {
    this.clock = clock;
    this.ticker = ticker;
    this.beforeDatabase = beforeDatabase;
  }

  public static void main(String[] arguments) {
    boolean sync = arguments.length > 0 && arguments[0].equals("sync");
    Runnable beforeDatabase = sync ? HeadStart.begin()::await : () -> {};
    Main main = new Main(InstantSource.system(), System::nanoTime, beforeDatabase);
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int code = main.commandLine(System.getenv(), arguments, out, err).execute(arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** UTF-8 whatever the locale. */
  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(new FileOutputStream(stream), false, UTF_8);
  }

  CommandLine commandLine(
      Map<String, String> environment, String[] arguments, PrintWriter out, PrintWriter err) {
    Settings settings = new Settings(environment);
    Messages messages = new Messages(language(arguments).orElseGet(settings::locale));
    Workplaces workplaces =
        new Workplaces(settings, messages, clock, build.postgres(), ticker, beforeDatabase);
    Schemas schemas = new Schemas(workplaces, messages);
    CommandLine commandLine =
        new CommandLine(new Qapix())
            .addSubcommand(
                new SyncCommand(workplaces, schemas, this::sync, messages, clock, ticker))
            .addSubcommand(new VerifyCommand(workplaces, schemas, this::verify, messages, ticker))
            .addSubcommand(new RunsCommand(workplaces, schemas, Main::history, messages, clock))
            .addSubcommand(
                new RejectsCommand(
                    workplaces,
                    schemas,
                    Main::rejects,
                    this::retry,
                    Secrets::maskedRecord,
                    messages,
                    ticker))
            .addSubcommand(migrate(workplaces, schemas, messages))
            .addSubcommand(schema(workplaces, messages))
            .addSubcommand(new SandboxCommand(messages, clock))
            .addSubcommand(
                new TrainingCommand(
                    command -> commandLine(environment, command, out, err).execute(command)));
    commandLine.setResourceBundle(messages.bundle());
    commandLine.getCommandSpec().version("qapix " + build.version());
    Failures failures = new Failures(messages);
    return commandLine
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.AUTO));
  }

  private CommandLine migrate(Workplaces workplaces, Schemas schemas, Messages messages) {
    MigrateCommand migrate = new MigrateCommand(schemas::on, workplaces::terminal, messages);
    return migrate
        .commandLine()
        .addSubcommand(new MigrateLintCommand(migrate, checks(workplaces, messages)));
  }

  private CheckRunner checks(Workplaces workplaces, Messages messages) {
    return new CheckRunner(workplaces, new Checks(), messages, clock, build.version());
  }

  private CommandLine schema(Workplaces workplaces, Messages messages) {
    return new CommandLine(new SchemaCommand())
        .addSubcommand(new SchemaCheckCommand(checks(workplaces, messages), messages))
        .addSubcommand(new SchemaDiffCommand(workplaces, new Checks(), messages))
        .addSubcommand(
            new SchemaShowCommand(workplaces, place -> CatalogReader.read(db(place)), messages));
  }

  /** The help needs it before the options are read. */
  private static Optional<Locale> language(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith("--lang=")) {
        return Optional.of(Messages.locale(arguments[i].substring("--lang=".length())));
      }
      if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
        return Optional.of(Messages.locale(arguments[i + 1]));
      }
    }
    return Optional.empty();
  }

  private SyncResult sync(
      Workplace place,
      ApiAccess access,
      SyncOptions options,
      boolean dryRun,
      TimeBox box,
      Progress progress)
      throws InterruptedException {
    CalendlyFeed feed = feed(place, access);
    Store<Booking> store = store(place);
    return dryRun
        ? new Preview<ScheduledEvent, Booking>(feed, store, options, box, clock, progress).run()
        : new SyncRun<ScheduledEvent, Booking>(
                feed, store, options, machine(), box, clock, progress)
            .run();
  }

  private Verified verify(
      Workplace place, ApiAccess access, VerifyOptions options, TimeBox box, Progress progress)
      throws InterruptedException {
    DSLContext db = db(place);
    Ledger<ScheduledEvent, Booking> ledger =
        new Ledger<>(
            store(place),
            new CalendlyInventory(db, kinds(place)),
            new SweepHistory(db, CALENDLY),
            rejects(place));
    return new Verification<>(feed(place, access), ledger, options, box, clock, progress).run();
  }

  private Retried retry(Workplace place, ApiAccess access, List<KnownReject> rejects, TimeBox box)
      throws InterruptedException {
    return new Retrial<ScheduledEvent, Booking>(
            feed(place, access), store(place), rejects(place), machine(), access.concurrency(), box)
        .run(rejects);
  }

  private static RunHistory history(Workplace place) {
    return new RunHistory(db(place), CALENDLY);
  }

  private static KnownRejects rejects(Workplace place) {
    return new KnownRejects(db(place), CALENDLY);
  }

  private static DSLContext db(Workplace place) {
    Database database = place.database();
    return DSL.using(
        database.dataSource(),
        SQLDialect.POSTGRES,
        Store.settings(database.settings().sharedSchema()));
  }

  private CalendlyFeed feed(Workplace place, ApiAccess access) {
    return new CalendlyFeed(new ApiClient(access, clock, ticker, place.requestLog()));
  }

  private Store<Booking> store(Workplace place) {
    return new Store<>(
        place.database().dataSource(),
        place.database().settings().sharedSchema(),
        CALENDLY,
        new CalendlyTable(kinds(place)),
        clock);
  }

  private static MeetingKinds kinds(Workplace place) {
    return place.meetingKinds(MeetingKinds::parse, MeetingKinds.DEFAULT);
  }

  private Machine machine() {
    return new Machine(host(), ProcessHandle.current().pid(), build.version());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}

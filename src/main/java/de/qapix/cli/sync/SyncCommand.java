package de.qapix.cli.sync;

import de.qapix.cli.ApiOptions;
import de.qapix.cli.CheckFailedException;
import de.qapix.cli.Consent;
import de.qapix.cli.DatabaseOptions;
import de.qapix.cli.DurationConverter;
import de.qapix.cli.ExitCode;
import de.qapix.cli.Format;
import de.qapix.cli.Formatted;
import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.cli.VerboseOption;
import de.qapix.cli.Workplace;
import de.qapix.cli.Workplaces;
import de.qapix.cli.WrongUseException;
import de.qapix.cli.migrate.SchemaReadiness;
import de.qapix.data.api.ApiAccess;
import de.qapix.data.api.TimeBox;
import de.qapix.data.sync.SyncOptions;
import de.qapix.data.sync.SyncResult;
import de.qapix.files.JsonText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qapix sync}: brings PostgreSQL up to date with Calendly. */
@Command(name = "sync", mixinStandardHelpOptions = true, sortOptions = false)
public final class SyncCommand implements Callable<Integer>, Formatted {

  private static final int LARGEST_BATCH = 5_000;
  private static final Duration FINISHING = Duration.ofMillis(250);
  private static final int FINISHING_PART = 8;

  @Mixin private WindowOptions window;

  @Option(
      names = "--max-duration",
      paramLabel = "<duration>",
      defaultValue = "25s",
      converter = DurationConverter.class)
  private Duration maxDuration;

  @Option(
      names = "--wait",
      paramLabel = "<duration>",
      defaultValue = "0",
      converter = DurationConverter.class)
  private Duration wait;

  @Option(names = "--batch-size", paramLabel = "<events>", defaultValue = "50")
  private int batchSize;

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(names = "--full")
  private boolean full;

  @Option(names = "--max-rejects", paramLabel = "<n>", defaultValue = "100")
  private int maxRejects;

  @Option(names = "--allow-mass-delete")
  private boolean allowMassDelete;

  @Option(names = "--migrate")
  private boolean migrate;

  @Option(
      names = {"-y", "--yes"},
      descriptionKey = "migrate.yes")
  private boolean yes;

  @Option(names = "--detailed-exitcode")
  private boolean detailedExitCode;

  @Option(names = "--metrics-file", paramLabel = "<file>")
  private Optional<Path> metricsFile;

  @Option(names = "--format", paramLabel = "<text|json>", defaultValue = "text")
  private Format format;

  @Mixin private ApiOptions api;
  @Mixin private VerboseOption verbose;
  @Mixin private DatabaseOptions common;
  @Spec private CommandSpec spec;

  private final Workplaces workplaces;
  private final SchemaReadiness schemas;
  private final SyncRunner runner;
  private final Messages messages;
  private final InstantSource clock;
  private final LongSupplier ticker;

  public SyncCommand(
      Workplaces workplaces,
      SchemaReadiness schemas,
      SyncRunner runner,
      Messages messages,
      InstantSource clock,
      LongSupplier ticker) {
    this.workplaces = workplaces;
    this.schemas = schemas;
    this.runner = runner;
    this.messages = messages;
    this.clock = clock;
    this.ticker = ticker;
  }

  @Override
  public Integer call() throws Exception {
    long began = ticker.getAsLong();
    SyncOptions options = options();
    Optional<MetricsFile> metrics = metricsFile.map(MetricsFile::new);
    try {
      return sync(options, began, metrics).code();
    } catch (Exception failure) {
      Duration took = Duration.ofNanos(ticker.getAsLong() - began);
      metrics
          .filter(file -> !MetricsFile.isAboutIt(failure))
          .ifPresent(file -> writeFailure(file, took));
      throw failure;
    }
  }

  /** That its figures cannot be written does not hide why the run failed. */
  private void writeFailure(MetricsFile file, Duration took) {
    try {
      file.writeFailure(took, clock.instant());
    } catch (CheckFailedException unwritten) {
      String words = messages.text(unwritten.key(), unwritten.arguments());
      spec.commandLine().getErr().println(messages.text("warning", words));
    }
  }

  /** Prints before it closes: a process that was told to end does so as soon as all is closed. */
  private ExitCode sync(SyncOptions options, long began, Optional<MetricsFile> metrics)
      throws Exception {
    Terminal terminal = verbose.on(common.on(workplaces.terminal(spec.commandLine().getErr())));
    Duration passed = Duration.ofNanos(ticker.getAsLong() - began);
    TimeBox box = new TimeBox(workingTime(), passed, ticker);
    try (Workplace place = workplaces.open(common, terminal, box)) {
      ApiAccess access = api.access(place, maxDuration);
      schemas.prepare(place, consent(), terminal);
      SyncResult result;
      try (ProgressDisplay display = new ProgressDisplay(terminal, messages)) {
        result = runner.run(place, access, options, dryRun, box, display);
      }
      print(result);
      metrics.ifPresent(file -> file.write(result, clock.instant()));
      return code(result);
    }
  }

  /** To apply pending migrations; empty where that was not asked for. */
  private Optional<Consent> consent() {
    return migrate ? Optional.of(Consent.of(yes)) : Optional.empty();
  }

  /** The time limit less what it takes to write the last batch, print the result and close. */
  private Duration workingTime() {
    Duration part = maxDuration.dividedBy(FINISHING_PART);
    return maxDuration.minus(part.compareTo(FINISHING) < 0 ? part : FINISHING);
  }

  private SyncOptions options() {
    window.check();
    WrongUseException.unlessWithin("--batch-size", batchSize, 1, LARGEST_BATCH);
    api.check();
    WrongUseException.unlessWithin("--max-rejects", maxRejects, 0, Integer.MAX_VALUE);
    window.checkHoldsAnything("use.window");
    return new SyncOptions(
        window.window(),
        maxDuration,
        wait,
        batchSize,
        api.concurrency(),
        full,
        maxRejects,
        allowMassDelete);
  }

  private void print(SyncResult result) {
    SyncWords words = new SyncWords(messages, maxDuration);
    spec.commandLine()
        .getOut()
        .println(format == Format.JSON ? JsonText.of(words.json(result)) : words.text(result));
    spec.commandLine().getOut().flush();
  }

  private ExitCode code(SyncResult result) {
    return SyncWords.earlyEnd(result).isPresent() && detailedExitCode
        ? ExitCode.PARTIAL
        : ExitCode.DONE;
  }

  @Override
  public Format format() {
    return format;
  }
}

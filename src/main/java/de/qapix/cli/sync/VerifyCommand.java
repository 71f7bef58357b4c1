package de.qapix.cli.sync;

import de.qapix.cli.ApiOptions;
import de.qapix.cli.DatabaseOptions;
import de.qapix.cli.DurationConverter;
import de.qapix.cli.ExitCode;
import de.qapix.cli.Format;
import de.qapix.cli.Formatted;
import de.qapix.cli.Messages;
import de.qapix.cli.ShareConverter;
import de.qapix.cli.Terminal;
import de.qapix.cli.VerboseOption;
import de.qapix.cli.Workplace;
import de.qapix.cli.Workplaces;
import de.qapix.cli.WrongUseException;
import de.qapix.cli.migrate.SchemaReadiness;
import de.qapix.data.api.ApiAccess;
import de.qapix.data.api.TimeBox;
import de.qapix.data.verify.Sample;
import de.qapix.data.verify.VerificationResult;
import de.qapix.data.verify.VerifyOptions;
import de.qapix.files.JsonText;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qapix verify}: compares PostgreSQL with Calendly and writes nothing. */
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false)
public final class VerifyCommand implements Callable<Integer>, Formatted {

  private static final int LARGEST_SEED = 1_000_000;

  @Option(
      names = "--sample",
      paramLabel = "<percent>",
      defaultValue = "100%",
      converter = ShareConverter.class)
  private double sample;

  @Option(names = "--seed", paramLabel = "<n>")
  private Optional<Long> seed;

  @Mixin private WindowOptions window;

  @Option(
      names = "--max-duration",
      paramLabel = "<duration>",
      defaultValue = "0",
      converter = DurationConverter.class)
  private Duration maxDuration;

  @Option(names = "--limit", paramLabel = "<n>", defaultValue = "50")
  private int limit;

  @Option(names = "--format", paramLabel = "<text|json>", defaultValue = "text")
  private Format format;

  @Mixin private ApiOptions api;
  @Mixin private VerboseOption verbose;
  @Mixin private DatabaseOptions common;
  @Spec private CommandSpec spec;

  private final Workplaces workplaces;
  private final SchemaReadiness schemas;
  private final VerifyRunner runner;
  private final Messages messages;
  private final LongSupplier ticker;

  public VerifyCommand(
      Workplaces workplaces,
      SchemaReadiness schemas,
      VerifyRunner runner,
      Messages messages,
      LongSupplier ticker) {
    this.workplaces = workplaces;
    this.schemas = schemas;
    this.runner = runner;
    this.messages = messages;
    this.ticker = ticker;
  }

  @Override
  public Integer call() throws Exception {
    long began = ticker.getAsLong();
    VerifyOptions options = options();
    Terminal terminal = verbose.on(common.on(workplaces.terminal(spec.commandLine().getErr())));
    Duration passed = Duration.ofNanos(ticker.getAsLong() - began);
    TimeBox box = new TimeBox(maxDuration, passed, ticker);
    try (Workplace place = workplaces.open(common, terminal, box)) {
      ApiAccess access = api.access(place, maxDuration);
      schemas.prepare(place, Optional.empty(), terminal);
      VerificationResult result;
      try (ProgressDisplay display = new ProgressDisplay(terminal, messages)) {
        result = runner.run(place, access, options, box, display);
      }
      print(result, options);
      return code(result).code();
    }
  }

  private VerifyOptions options() {
    window.check();
    api.check();
    WrongUseException.unlessWithin("--limit", limit, 0, Integer.MAX_VALUE);
    window.checkHoldsAnything("use.window.verify");
    return new VerifyOptions(
        window.window(),
        new Sample(sample, seed.orElseGet(VerifyCommand::anySeed)),
        api.concurrency(),
        limit == 0 ? Integer.MAX_VALUE : limit);
  }

  /** Short enough to be typed. */
  private static long anySeed() {
    return ThreadLocalRandom.current().nextLong(1, LARGEST_SEED);
  }

  private void print(VerificationResult result, VerifyOptions options) {
    VerifyWords words = new VerifyWords(messages, options, maxDuration);
    spec.commandLine()
        .getOut()
        .println(
            format == Format.JSON
                ? JsonText.of(new VerifyJson(words, options).json(result))
                : words.text(result));
    spec.commandLine().getOut().flush();
  }

  /** A difference is certain however much was compared, so it comes before the time limit. */
  private static ExitCode code(VerificationResult result) {
    if (result.counts().errors() > 0) {
      return ExitCode.NOT_IN_ORDER;
    }
    return result.complete() ? ExitCode.DONE : ExitCode.PARTIAL;
  }

  @Override
  public Format format() {
    return format;
  }
}

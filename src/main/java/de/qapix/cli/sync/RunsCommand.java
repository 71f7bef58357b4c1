package de.qapix.cli.sync;

import de.qapix.cli.ExitCode;
import de.qapix.cli.Format;
import de.qapix.cli.Formatted;
import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.cli.Workplace;
import de.qapix.cli.WrongUseException;
import de.qapix.data.store.PastRun;
import de.qapix.data.store.RunHistory;
import de.qapix.data.store.RunOutcome;
import de.qapix.files.JsonText;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qapix runs}: what the runs so far have done. */
@Command(name = "runs", sortOptions = false)
public final class RunsCommand implements Callable<Integer>, Formatted {

  @Option(names = "--limit", paramLabel = "<n>", defaultValue = "20", descriptionKey = "runs.limit")
  private int limit;

  @Option(names = "--outcome", paramLabel = "<outcome>", descriptionKey = "runs.only")
  private Optional<RunOutcome> outcome = Optional.empty();

  @Mixin private HistoryOptions options;
  @Spec private CommandSpec spec;

  private final HistoryAccess database;
  private final Function<Workplace, RunHistory> history;
  private final Messages messages;
  private final InstantSource clock;

  public RunsCommand(
      HistoryAccess database,
      Function<Workplace, RunHistory> history,
      Messages messages,
      InstantSource clock) {
    this.database = database;
    this.history = history;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    WrongUseException.unlessWithin("--limit", limit, 1, Integer.MAX_VALUE);
    List<PastRun> runs = ask(history -> history.latest(limit, outcome));
    RunWords words = new RunWords(messages, clock.instant());
    if (options.format() == Format.JSON) {
      print(JsonText.of(Map.of("runs", runs.stream().map(words::json).toList())));
    } else if (runs.isEmpty()) {
      print(messages.text(outcome.isPresent() ? "runs.none.such" : "runs.none"));
    } else {
      words.table(runs).forEach(this::print);
    }
    return ExitCode.DONE.code();
  }

  @Command(name = "show", sortOptions = false)
  int show(@Parameters(paramLabel = "<run>", descriptionKey = "runs.run") long id)
      throws Exception {
    PastRun run =
        ask(history -> history.find(id))
            .orElseThrow(() -> new WrongUseException("runs.unknown", id));
    RunWords words = new RunWords(messages, clock.instant());
    if (options.format() == Format.JSON) {
      print(JsonText.of(words.json(run)));
    } else {
      words.lines(run).forEach(this::print);
    }
    return ExitCode.DONE.code();
  }

  private <T> T ask(Function<RunHistory, T> question) throws Exception {
    Terminal terminal = database.terminal(spec.commandLine().getErr());
    return database.on(
        options.common(),
        options.common().on(terminal),
        place -> question.apply(history.apply(place)));
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  @Override
  public Format format() {
    return options.format();
  }
}

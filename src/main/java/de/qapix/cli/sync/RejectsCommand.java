package de.qapix.cli.sync;

import de.qapix.cli.ApiOptions;
import de.qapix.cli.ExitCode;
import de.qapix.cli.Format;
import de.qapix.cli.Formatted;
import de.qapix.cli.Terminal;
import de.qapix.cli.VerboseOption;
import de.qapix.cli.Workplace;
import de.qapix.cli.WrongUseException;
import de.qapix.data.api.ApiAccess;
import de.qapix.data.api.TimeBox;
import de.qapix.data.store.KnownReject;
import de.qapix.data.store.KnownRejects;
import de.qapix.data.sync.RetryResult;
import de.qapix.files.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code qapix rejects}: the records that could not be read or written, and what to do with them.
 */
@Command(name = "rejects", sortOptions = false)
public final class RejectsCommand implements Callable<Integer>, Formatted {

  /** Tries rejects again. */
  public interface Retrier {
    RetryResult retry(Workplace place, ApiAccess access, List<KnownReject> rejects, TimeBox box)
        throws InterruptedException;
  }

  @Option(
      names = "--limit",
      paramLabel = "<n>",
      defaultValue = "50",
      descriptionKey = "rejects.limit")
  private int limit;

  @Mixin private HistoryOptions options;
  @Spec private CommandSpec spec;

  private final HistoryAccess history;
  private final Function<Workplace, KnownRejects> rejects;
  private final Retrier retrier;
  private final RejectWords words;
  private final LongSupplier ticker;

  public RejectsCommand(
      HistoryAccess history,
      Function<Workplace, KnownRejects> rejects,
      Retrier retrier,
      RejectWords words,
      LongSupplier ticker) {
    this.history = history;
    this.rejects = rejects;
    this.retrier = retrier;
    this.words = words;
    this.ticker = ticker;
  }

  @Override
  public Integer call() throws Exception {
    WrongUseException.unlessWithin("--limit", limit, 0, Integer.MAX_VALUE);
    int most = limit == 0 ? Integer.MAX_VALUE : limit;
    return on(
        (known, place) -> {
          List<KnownReject> found = known.latest(most);
          int all = known.count();
          if (options.format() == Format.JSON) {
            print(Map.of("total", all, "rejects", found.stream().map(words::json).toList()));
          } else {
            words.table(found, all).forEach(this::print);
          }
          return ExitCode.DONE;
        });
  }

  @Command(name = "show", sortOptions = false)
  int show(@Parameters(paramLabel = "<key>", descriptionKey = "rejects.key") String key)
      throws Exception {
    return on(
        (known, place) -> {
          KnownReject reject = one(known, key);
          if (options.format() == Format.JSON) {
            print(words.jsonWithRecord(reject));
          } else {
            words.lines(reject).forEach(this::print);
          }
          return ExitCode.DONE;
        });
  }

  @Command(name = "retry", sortOptions = false)
  int retry(@Mixin RejectSelection chosen, @Mixin ApiOptions api, @Mixin VerboseOption verbose)
      throws Exception {
    chosen.check();
    api.check();
    return on(
        verbose,
        (known, place) -> {
          List<KnownReject> wanted = chosen(known, chosen);
          if (wanted.isEmpty()) {
            return tell(words.nothing(), words.jsonNothing());
          }
          ApiAccess access = api.access(place, Duration.ZERO);
          TimeBox box = new TimeBox(Duration.ZERO, Duration.ZERO, ticker);
          place.interruption().ends(box);
          RetryResult result = retrier.retry(place, access, wanted, box);
          tell(words.retried(result), words.json(result));
          return result.left().isEmpty() ? ExitCode.DONE : ExitCode.NOT_IN_ORDER;
        });
  }

  @Command(name = "drop", sortOptions = false)
  int drop(@Mixin RejectSelection chosen) throws Exception {
    chosen.check();
    return on(
        (known, place) -> {
          List<KnownReject> wanted = chosen(known, chosen);
          wanted.forEach(reject -> known.forget(reject.reject()));
          return tell(
              words.dropped(wanted.size()),
              Map.of("dropped", wanted.stream().map(words::json).toList()));
        });
  }

  private static List<KnownReject> chosen(KnownRejects known, RejectSelection chosen) {
    if (chosen.all()) {
      return known.latest(Integer.MAX_VALUE);
    }
    List<KnownReject> found = new ArrayList<>();
    chosen.keys().forEach(key -> found.add(one(known, key)));
    return found.stream().distinct().toList();
  }

  private static KnownReject one(KnownRejects known, String key) {
    List<KnownReject> found = known.find(key);
    if (found.isEmpty()) {
      throw new WrongUseException("rejects.unknown", key);
    }
    if (found.size() > 1) {
      throw new WrongUseException("rejects.ambiguous", key, found.size());
    }
    return found.get(0);
  }

  private interface Work {
    ExitCode in(KnownRejects known, Workplace place) throws InterruptedException;
  }

  private int on(Work work) throws Exception {
    return on(new VerboseOption(), work);
  }

  private int on(VerboseOption verbose, Work work) throws Exception {
    Terminal terminal = options.common().on(history.terminal(spec.commandLine().getErr()));
    return history
        .on(options.common(), verbose.on(terminal), place -> work.in(rejects.apply(place), place))
        .code();
  }

  private ExitCode tell(List<String> lines, Map<String, ?> json) {
    if (options.format() == Format.JSON) {
      print(json);
    } else {
      lines.forEach(this::print);
    }
    return ExitCode.DONE;
  }

  private void print(Map<String, ?> json) {
    print(JsonText.of(json));
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

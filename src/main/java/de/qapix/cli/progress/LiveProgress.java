package de.qapix.cli.progress;

import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * How far work has come: a bar on a terminal, elsewhere a line every ten seconds. May be told by
 * several threads.
 */
public final class LiveProgress implements AutoCloseable {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
  private static final int REDRAW_MILLIS = 250;

  private final Terminal terminal;
  private final Optional<Bar> bar;
  private final Instant start;
  private Instant lastLine;

  private LiveProgress(Terminal terminal, Optional<Bar> bar) {
    this.terminal = terminal;
    this.bar = bar;
    this.start = terminal.clock().instant();
    this.lastLine = start;
  }

  /**
   * Shows a bar at once, where there is a terminal.
   *
   * @param subject what the keys of its words begin with
   * @param staying whether the bar is left when all is done
   */
  public static LiveProgress begin(
      Terminal terminal, Messages messages, String subject, boolean staying) {
    Optional<Bar> bar =
        terminal.screen().live()
            ? Optional.of(bar(terminal, messages, subject, staying))
            : Optional.empty();
    return new LiveProgress(terminal, bar);
  }

  private static Bar bar(Terminal terminal, Messages messages, String subject, boolean staying) {
    ProgressDrawing drawing = new ProgressDrawing(terminal.err(), terminal.screen(), staying);
    return new Bar(
        new ProgressBarBuilder()
            .setInitialMax(-1)
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .continuousUpdate()
            .setRenderer(new ProgressLine(messages, subject, terminal.screen().unicode()))
            .setConsumer(drawing)
            .build(),
        drawing);
  }

  /** A bar that is closed before it was ever drawn draws itself once and does not close that. */
  private record Bar(ProgressBar state, ProgressDrawing drawing) {

    void at(long done, long total, String note) {
      state.maxHint(total == 0 ? -1 : total);
      state.stepTo(done);
      state.setExtraMessage(note);
    }

    void close() {
      state.close();
      drawing.close();
    }
  }

  /**
   * So much is done now.
   *
   * @param total 0 where it is not known
   * @param note stands behind the bar where there is room
   * @param line what is said where there is no bar, made of what was done in a second
   */
  public synchronized void at(long done, long total, String note, LongFunction<String> line) {
    if (bar.isPresent()) {
      bar.get().at(done, total, note);
      return;
    }
    Instant now = terminal.clock().instant();
    if (!now.isBefore(lastLine.plus(BETWEEN_LINES))) {
      lastLine = now;
      long seconds = Math.max(1, Duration.between(start, now).toSeconds());
      terminal.say(line.apply(done / seconds));
    }
  }

  @Override
  public void close() {
    bar.ifPresent(Bar::close);
  }
}

package de.qapix.cli.sync;

import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.data.store.Account;
import de.qapix.data.sync.SyncProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how a sync is getting on: a bar on a terminal, elsewhere a line every ten seconds. */
final class ProgressDisplay implements SyncProgress, AutoCloseable {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
  private static final int REDRAW_MILLIS = 250;
  private static final int WORTH_TELLING_SECONDS = 1;

  private final Terminal terminal;
  private final Messages messages;
  private final LongSupplier ticker;
  private final long start;
  private long lastLine;
  private Optional<ProgressBar> bar = Optional.empty();

  ProgressDisplay(Terminal terminal, Messages messages, LongSupplier ticker) {
    this.terminal = terminal;
    this.messages = messages;
    this.ticker = ticker;
    this.start = ticker.getAsLong();
    this.lastLine = start;
  }

  @Override
  public void opened(Account account) {
    String key = account.organization() ? "sync.scope.organization" : "sync.scope.user";
    terminal.say(messages.text(key, account.userName()));
    if (terminal.screen().live()) {
      bar = Optional.of(bar());
    }
  }

  private ProgressBar bar() {
    return new ProgressBarBuilder()
        .setInitialMax(-1)
        .setUpdateIntervalMillis(REDRAW_MILLIS)
        .continuousUpdate()
        .setRenderer(new ProgressLine(messages, terminal.screen().unicode()))
        .setConsumer(new ProgressDrawing(terminal.err(), terminal.screen()))
        .build();
  }

  @Override
  public void at(long done, long total, boolean totalIsLowerBound, Duration waiting) {
    String wait = waiting(waiting);
    if (bar.isPresent()) {
      bar.get().maxHint(total == 0 ? -1 : total);
      bar.get().stepTo(done);
      bar.get().setExtraMessage(wait);
      return;
    }
    long now = ticker.getAsLong();
    if (now - lastLine >= BETWEEN_LINES.toNanos()) {
      lastLine = now;
      long seconds = Math.max(1, Duration.ofNanos(now - start).toSeconds());
      terminal.say(
          messages.text(
              totalIsLowerBound ? "sync.progress.line.least" : "sync.progress.line",
              done,
              total,
              done / seconds,
              wait));
    }
  }

  private String waiting(Duration waiting) {
    return waiting.toSeconds() < WORTH_TELLING_SECONDS
        ? ""
        : messages.text("sync.progress.waiting", waiting.toSeconds());
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}

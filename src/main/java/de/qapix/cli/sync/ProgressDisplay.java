package de.qapix.cli.sync;

import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.cli.progress.LiveProgress;
import de.qapix.data.store.Account;
import de.qapix.data.sync.SyncProgress;
import java.time.Duration;
import java.util.Optional;

/** Shows whose events a sync brings, and how it is getting on. */
final class ProgressDisplay implements SyncProgress, AutoCloseable {

  private static final int WORTH_TELLING_SECONDS = 1;

  private final Terminal terminal;
  private final Messages messages;
  private Optional<LiveProgress> progress = Optional.empty();

  ProgressDisplay(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public void opened(Account account) {
    String key = account.organization() ? "sync.scope.organization" : "sync.scope.user";
    terminal.say(messages.text(key, account.userName()));
    progress = Optional.of(LiveProgress.begin(terminal, messages, "sync.progress", true));
  }

  @Override
  public void at(long done, long total, boolean totalIsLowerBound, Duration waiting) {
    String wait = waiting(waiting);
    String key = totalIsLowerBound ? "sync.progress.line.least" : "sync.progress.line";
    progress.ifPresent(
        shown ->
            shown.at(done, total, wait, speed -> messages.text(key, done, total, speed, wait)));
  }

  private String waiting(Duration waiting) {
    return waiting.toSeconds() < WORTH_TELLING_SECONDS
        ? ""
        : messages.text("sync.progress.waiting", waiting.toSeconds());
  }

  @Override
  public void close() {
    progress.ifPresent(LiveProgress::close);
  }
}

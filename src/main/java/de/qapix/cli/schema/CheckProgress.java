package de.qapix.cli.schema;

import de.qapix.checks.scan.QueryProgress;
import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.cli.progress.LiveProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Shows how a check of queries is getting on, if it takes longer than a moment. */
final class CheckProgress implements QueryProgress, AutoCloseable {

  private static final Duration WORTH_SHOWING = Duration.ofSeconds(1);

  private final Terminal terminal;
  private final Messages messages;
  private final Instant start;
  private String subject = "";
  private Optional<LiveProgress> shown = Optional.empty();

  CheckProgress(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
    this.start = terminal.clock().instant();
  }

  @Override
  public void read(int files, int of) {
    at("queries.reading", files, of);
  }

  @Override
  public void checked(int files, int of) {
    at("queries.checking", files, of);
  }

  private synchronized void at(String about, int files, int of) {
    if (!about.equals(subject)) {
      close();
      subject = about;
    }
    if (shown.isEmpty() && files < of && isWorthShowing()) {
      shown = Optional.of(LiveProgress.begin(terminal, messages, subject, false));
    }
    shown.ifPresent(
        bar -> bar.at(files, of, "", speed -> messages.text(about + ".line", files, of)));
    if (files == of) {
      close();
    }
  }

  private boolean isWorthShowing() {
    return !terminal.clock().instant().isBefore(start.plus(WORTH_SHOWING));
  }

  /** Nothing of it stays. */
  @Override
  public synchronized void close() {
    shown.ifPresent(LiveProgress::close);
    shown = Optional.empty();
  }
}

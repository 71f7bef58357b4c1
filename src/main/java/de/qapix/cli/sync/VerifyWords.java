package de.qapix.cli.sync;

import de.qapix.cli.Messages;
import de.qapix.cli.output.TimeFormat;
import de.qapix.data.sync.Window;
import de.qapix.data.verify.VerificationResult;
import de.qapix.data.verify.VerificationResult.Counts;
import de.qapix.data.verify.VerifyOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The result of a verification in words. */
final class VerifyWords {

  private final Messages messages;
  private final VerifyOptions options;
  private final Duration limit;

  /**
   * @param limit the time limit that the user has set
   */
  VerifyWords(Messages messages, VerifyOptions options, Duration limit) {
    this.messages = messages;
    this.options = options;
    this.limit = limit;
  }

  /** The differences, and below them what they come to. */
  String text(VerificationResult result) {
    List<String> lines = new ArrayList<>(new VerifyTable(messages, options.limit()).lines(result));
    lines.add(message(result));
    if (result.counts().newer() > 0) {
      lines.add(messages.text("verify.newer", result.counts().newer()));
    }
    if (result.counts().guarded() > 0) {
      lines.add(messages.text("verify.guarded", result.counts().guarded()));
    }
    if (result.counts().ahead() > 0) {
      lines.add(messages.text("verify.ahead", result.counts().ahead()));
    }
    if (result.unreadCount() > 0) {
      lines.add(messages.text("verify.unread", result.unreadCount(), result.unreadKnown()));
    }
    if (options.sample().share() < 1) {
      lines.add(
          messages.text(
              "verify.sample", options.sample().share(), String.valueOf(options.sample().seed())));
    }
    lines.add(
        messages.text(
            "verify.details",
            TimeFormat.day(result.from()),
            TimeFormat.day(result.until()),
            result.requests(),
            messages.duration(result.duration())));
    return String.join(System.lineSeparator(), lines);
  }

  /** What was compared and what came of it, in one line. */
  String message(VerificationResult result) {
    String compared = messages.text("verify.compared", result.records(), result.whole());
    if (result.earlyEnd().isPresent()) {
      compared =
          messages.text(
              "verify.partial" + EarlyEndWords.suffix(result.earlyEnd().get()),
              messages.duration(limit),
              Math.floor(result.share() * 100) / 100,
              compared,
              EarlyEndWords.until(result.earlyEnd().get()));
    }
    Counts counts = result.counts();
    return counts.errors() == 0
        ? messages.text(result.complete() ? "verify.none" : "verify.none.partial", compared)
        : messages.text("verify.some", compared, counts.errors(), counts.records())
            + remedy(counts);
  }

  /** The sync that mends what a sync can mend; the lines below tell of the rest. */
  private String remedy(Counts counts) {
    if (counts.errors() == counts.ahead()) {
      return "";
    }
    StringBuilder command = new StringBuilder("qapix sync --full");
    Window window = options.window();
    if (window.daysBack() != WindowOptions.DAYS_BACK) {
      command.append(" --days-back ").append(window.daysBack());
    }
    if (window.daysForward() != WindowOptions.DAYS_FORWARD) {
      command.append(" --days-forward ").append(window.daysForward());
    }
    if (counts.guarded() > 0) {
      command.append(" --allow-mass-delete");
    }
    return messages.text("verify.remedy", command);
  }
}

package de.qapix.cli.sync;

import de.qapix.cli.Messages;
import de.qapix.cli.output.TimeFormat;
import de.qapix.data.sync.EarlyEnd;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Why a run ended before its work was done, in words and as keys. */
final class EarlyEndWords {

  private final Messages messages;
  private final Duration limit;

  /**
   * @param limit the time limit that the user has set
   */
  EarlyEndWords(Messages messages, Duration limit) {
    this.messages = messages;
    this.limit = limit;
  }

  /** In a few words, as they stand in brackets. */
  String reason(EarlyEnd earlyEnd) {
    return messages.text("cutoff" + suffix(earlyEnd), messages.duration(limit), until(earlyEnd));
  }

  /** End of the key of a message that differs by the reason. */
  static String suffix(EarlyEnd earlyEnd) {
    return "." + name(earlyEnd);
  }

  /** When requests may go again; empty unless that is the reason. */
  static String until(EarlyEnd earlyEnd) {
    return earlyEnd.until().map(TimeFormat::time).orElse("");
  }

  static void json(EarlyEnd earlyEnd, Map<String, Object> json) {
    json.put("interrupted", earlyEnd.interrupted());
    json.put("cutOff", name(earlyEnd));
    earlyEnd.until().ifPresent(moment -> json.put("limitedUntil", moment.toString()));
  }

  private static String name(EarlyEnd earlyEnd) {
    return earlyEnd.reason().name().toLowerCase(Locale.ROOT);
  }
}

package de.qapix.cli.sync;

import de.qapix.cli.Messages;
import de.qapix.cli.output.TimeFormat;
import de.qapix.data.sync.CutOff;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Why a run ended before its work was done, in words and as keys. */
final class CutOffWords {

  private final Messages messages;
  private final Duration limit;

  /**
   * @param limit the time limit that the user has set
   */
  CutOffWords(Messages messages, Duration limit) {
    this.messages = messages;
    this.limit = limit;
  }

  /** In a few words, as they stand in brackets. */
  String reason(CutOff cutOff) {
    return messages.text("cutoff" + suffix(cutOff), messages.duration(limit), until(cutOff));
  }

  /** End of the key of a message that differs by the reason. */
  static String suffix(CutOff cutOff) {
    return "." + name(cutOff);
  }

  /** When requests may go again; empty unless that is the reason. */
  static String until(CutOff cutOff) {
    return cutOff.until().map(TimeFormat::time).orElse("");
  }

  static void json(CutOff cutOff, Map<String, Object> json) {
    json.put("interrupted", cutOff.interrupted());
    json.put("cutOff", name(cutOff));
    cutOff.until().ifPresent(moment -> json.put("limitedUntil", moment.toString()));
  }

  private static String name(CutOff cutOff) {
    return cutOff.reason().name().toLowerCase(Locale.ROOT);
  }
}

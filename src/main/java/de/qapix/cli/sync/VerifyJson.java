package de.qapix.cli.sync;

import de.qapix.data.verify.RowDifference;
import de.qapix.data.verify.UnreadRecord;
import de.qapix.data.verify.VerificationResult;
import de.qapix.data.verify.VerifyOptions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The result of a verification as an object. */
final class VerifyJson {

  private final VerifyWords words;
  private final VerifyOptions options;

  VerifyJson(VerifyWords words, VerifyOptions options) {
    this.words = words;
    this.options = options;
  }

  Map<String, Object> json(VerificationResult result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("success", result.counts().errors() == 0);
    result
        .earlyEnd()
        .ifPresent(
            earlyEnd -> {
              json.put("partial", true);
              EarlyEndWords.json(earlyEnd, json);
            });
    json.put("message", words.message(result));
    json.put("events", result.records());
    json.put("eventsWithInvitees", result.whole());
    json.put("differences", result.counts().errors());
    json.put("differingEvents", result.counts().records());
    json.put("missing", result.counts().missing());
    json.put("extra", result.counts().extra());
    json.put("different", result.counts().different());
    json.put("newer", result.counts().newer());
    json.put("newerInDatabase", result.counts().ahead());
    json.put("withheld", result.counts().guarded());
    json.put("unreadable", result.unreadCount());
    json.put("unreadableKnown", result.unreadKnown());
    json.put("sampleShare", options.sample().share());
    json.put("seed", options.sample().seed());
    json.put("windowShare", result.share());
    json.put("requests", result.requests());
    json.put("durationMs", result.duration().toMillis());
    json.put("windowFrom", result.from().toString());
    json.put("windowUntil", result.until().toString());
    json.put("scope", result.account().scope());
    json.put(
        "findings",
        result.differences().stream().limit(options.limit()).map(VerifyJson::finding).toList());
    json.put("unreadableRecords", result.unread().stream().map(VerifyJson::unread).toList());
    return json;
  }

  private static Map<String, Object> finding(RowDifference difference) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", difference.kind().name().toLowerCase(Locale.ROOT));
    json.put("newerAtCalendly", difference.newer());
    json.put("newerInDatabase", difference.ahead());
    json.put("event", difference.record());
    difference.part().ifPresent(part -> json.put(part.kind(), part.key()));
    json.put("startTime", difference.start().toString());
    json.put("table", difference.table());
    difference
        .column()
        .ifPresent(
            column -> {
              json.put("column", column);
              json.put("database", difference.stored().orElse(null));
              json.put("calendly", difference.current().orElse(null));
            });
    return json;
  }

  private static Map<String, Object> unread(UnreadRecord record) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", record.kind());
    json.put("key", record.key());
    json.put("reason", record.reason());
    json.put("known", record.known());
    return json;
  }
}

package de.qapix.cli.sync;

import de.qapix.cli.Messages;
import de.qapix.cli.output.ColumnLayout;
import de.qapix.cli.output.TimeFormat;
import de.qapix.data.store.KnownReject;
import de.qapix.data.store.Reject;
import de.qapix.data.sync.RetryResult;
import de.qapix.files.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rejected records in words and as objects. */
public final class RejectWords {

  private static final String INDENT = "    ";

  private final Messages messages;
  private final UnaryOperator<String> masked;

  /**
   * @param masked a record's JSON without its secrets
   */
  public RejectWords(Messages messages, UnaryOperator<String> masked) {
    this.messages = messages;
    this.masked = masked;
  }

  /**
   * A line for each, below it why it was rejected.
   *
   * @param all how many there are
   */
  List<String> table(List<KnownReject> rejects, int all) {
    if (rejects.isEmpty()) {
      return List.of(messages.text("rejects.none"));
    }
    List<String> lines = new ArrayList<>(rows(rejects));
    lines.add("");
    if (all > rejects.size()) {
      lines.add(messages.text("rejects.more", all - rejects.size()));
    }
    lines.add(messages.text("rejects.what", all));
    return lines;
  }

  private List<String> rows(List<KnownReject> rejects) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Stream.of("kind", "first", "last", "run", "key")
            .map(name -> messages.text("rejects.column." + name))
            .toList());
    for (KnownReject reject : rejects) {
      rows.add(
          List.of(
              reject.reject().kind(),
              TimeFormat.bareTime(reject.firstSeenAt()),
              TimeFormat.bareTime(reject.lastSeenAt()),
              String.valueOf(reject.runId()),
              reject.reject().key()));
    }
    List<String> aligned = ColumnLayout.aligned(rows);
    List<String> lines = new ArrayList<>(List.of(aligned.get(0)));
    for (int i = 0; i < rejects.size(); i++) {
      lines.add(aligned.get(i + 1));
      lines.add(INDENT + line(rejects.get(i).reject().reason()));
    }
    return lines;
  }

  private static String line(String reason) {
    return reason.strip().replaceAll("\\s+", " ");
  }

  /** All that is known of one, at the end the record itself without its secrets. */
  List<String> lines(KnownReject known) {
    Reject reject = known.reject();
    List<String> lines =
        new ArrayList<>(
            ColumnLayout.aligned(
                List.of(
                    row("kind", reject.kind()),
                    row("key", reject.key()),
                    row("reason", line(reject.reason())),
                    row("origin", reject.origin()),
                    row("first", TimeFormat.time(known.firstSeenAt())),
                    row("last", TimeFormat.time(known.lastSeenAt())),
                    row("run", String.valueOf(known.runId())))));
    lines.add(messages.text("rejects.record"));
    JsonText.indented(masked.apply(reject.raw())).lines().forEach(lines::add);
    return lines;
  }

  private List<String> row(String name, String value) {
    return List.of(messages.text("rejects.label." + name), value);
  }

  Map<String, Object> json(KnownReject known) {
    Reject reject = known.reject();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", reject.kind());
    json.put("key", reject.key());
    json.put("reason", reject.reason());
    json.put("origin", reject.origin());
    json.put("firstSeenAt", known.firstSeenAt().toString());
    json.put("lastSeenAt", known.lastSeenAt().toString());
    json.put("runId", known.runId());
    return json;
  }

  Map<String, Object> jsonWithRecord(KnownReject known) {
    Map<String, Object> json = json(known);
    json.put("record", masked.apply(known.reject().raw()));
    return json;
  }

  List<String> dropped(int count) {
    return List.of(messages.text("rejects.dropped", count));
  }

  List<String> nothing() {
    return List.of(messages.text("rejects.none"));
  }

  Map<String, Object> jsonNothing() {
    return Map.of("cleared", List.of(), "left", List.of(), "requests", 0);
  }

  /** What became of those that were tried again. */
  List<String> retried(RetryResult result) {
    List<String> lines = new ArrayList<>();
    if (!result.left().isEmpty()) {
      lines.addAll(rows(result.left()));
      lines.add("");
    }
    lines.add(
        messages.text(
            result.interrupted() ? "rejects.retried.interrupted" : "rejects.retried",
            result.cleared().size(),
            result.left().size(),
            result.requests()));
    return lines;
  }

  Map<String, Object> json(RetryResult result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("runId", result.runId());
    json.put("interrupted", result.interrupted());
    json.put("requests", result.requests());
    json.put("cleared", result.cleared().stream().map(this::json).toList());
    json.put("left", result.left().stream().map(this::json).toList());
    return json;
  }
}

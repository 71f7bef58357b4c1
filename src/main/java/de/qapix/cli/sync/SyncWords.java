package de.qapix.cli.sync;

import de.qapix.cli.Messages;
import de.qapix.cli.output.TimeFormat;
import de.qapix.data.store.Counts;
import de.qapix.data.sync.EarlyEnd;
import de.qapix.data.sync.Forecast;
import de.qapix.data.sync.SyncResult;
import de.qapix.data.sync.SyncResult.Finished;
import de.qapix.data.sync.SyncResult.Left;
import de.qapix.data.sync.SyncResult.Paused;
import de.qapix.data.sync.SyncResult.Previewed;
import de.qapix.data.sync.SyncResult.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The result of a sync in words and as an object. */
final class SyncWords {

  private final Messages messages;
  private final Duration limit;
  private final EarlyEndWords reasons;

  /**
   * @param limit the time limit that the user has set
   */
  SyncWords(Messages messages, Duration limit) {
    this.messages = messages;
    this.limit = limit;
    this.reasons = new EarlyEndWords(messages, limit);
  }

  /** What happened, what to do about it, and the figures; a line each. */
  String text(SyncResult result) {
    StringBuilder text = new StringBuilder(message(result));
    String note = note(result);
    if (!note.isEmpty()) {
      text.append(System.lineSeparator()).append(note);
    }
    if (result.report().unattended() > 0) {
      text.append(System.lineSeparator()).append(warning(result.report()));
    }
    return text.append(System.lineSeparator()).append(details(result)).toString();
  }

  private String warning(Report report) {
    return messages.text("sync.unattended", report.unattended(), report.account().userName());
  }

  private String message(SyncResult result) {
    Counts counts = result.report().counts();
    if (result instanceof Paused paused) {
      String least = result.report().totalIsLowerBound() ? messages.text("sync.least") : "";
      return messages.text(
          "sync.partial",
          counts.synced(),
          least + counts.total(),
          reasons.reason(paused.earlyEnd()));
    }
    if (result instanceof Previewed previewed) {
      return previewed
          .earlyEnd()
          .map(earlyEnd -> messages.text("sync.dry.cut", counts.total(), reasons.reason(earlyEnd)))
          .orElseGet(() -> messages.text("sync.dry", counts.total()));
    }
    return messages.text("sync.done", counts.synced());
  }

  /** Why it ended before its work was done; empty where all was done. */
  static Optional<EarlyEnd> earlyEnd(SyncResult result) {
    if (result instanceof Paused paused) {
      return Optional.of(paused.earlyEnd());
    }
    return result instanceof Previewed previewed ? previewed.earlyEnd() : Optional.empty();
  }

  /** What to do about it, all that there is; empty where there is nothing to do. */
  private String note(SyncResult result) {
    List<String> notes = new ArrayList<>();
    if (result instanceof Paused paused) {
      notes.add(earlyEnd("sync.partial.note", paused.earlyEnd()));
      notes.add(left(paused));
    }
    if (result instanceof Previewed previewed) {
      return previewed
          .earlyEnd()
          .map(earlyEnd -> earlyEnd("sync.dry.cut.note", earlyEnd))
          .orElseGet(() -> forecast("sync.forecast", previewed.forecast()));
    }
    Counts counts = result.report().counts();
    note("sync.withheld", counts.heldBack().tooMany(), notes);
    note("sync.unconfirmed", counts.heldBack().unconfirmed(), notes);
    long rejected = result.report().sweepRejected();
    note(
        rejected > counts.rejected() ? "sync.rejected.before" : "sync.rejected",
        Math.max(rejected, counts.rejected()),
        notes);
    return String.join(" ", notes);
  }

  private void note(String key, long number, List<String> notes) {
    if (number > 0) {
      notes.add(messages.text(key, number));
    }
  }

  private String earlyEnd(String key, EarlyEnd earlyEnd) {
    return messages.text(key + EarlyEndWords.suffix(earlyEnd), EarlyEndWords.until(earlyEnd));
  }

  /** How much is left, and what to do where a run gets nowhere. */
  private String left(Paused paused) {
    if (paused.stalledAt().isPresent() && !paused.earlyEnd().interrupted()) {
      return messages.text(
          "sync.left.stalled", TimeFormat.time(paused.stalledAt().get()), messages.duration(limit));
    }
    return paused
        .left()
        .map(
            left ->
                messages.text("sync.left.share", Math.floor(left.share() * 100))
                    + " "
                    + forecast("sync.left", left.forecast()))
        .orElseGet(
            () -> messages.text("sync.left.unknown" + EarlyEndWords.suffix(paused.earlyEnd())));
  }

  private String forecast(String key, Forecast forecast) {
    String runs =
        limit.isZero() ? "" : messages.text("sync.runs", forecast.runs(), messages.duration(limit));
    return messages.text(
        key, forecast.requests(), forecast.rows(), TimeFormat.about(forecast.duration()), runs);
  }

  private String details(SyncResult result) {
    Report report = result.report();
    Counts counts = report.counts();
    return messages.text(
        result instanceof Previewed ? "sync.details.dry" : "sync.details",
        counts.added(),
        counts.updated(),
        counts.unchanged(),
        counts.removed(),
        counts.rejected(),
        counts.requests(),
        messages.duration(report.duration()),
        TimeFormat.day(report.from()),
        TimeFormat.day(report.until()),
        result instanceof Previewed previewed ? previewed.due() : 0);
  }

  /** The contract's object; its first keys are older than qapix and speak of the whole sweep. */
  Map<String, Object> json(SyncResult result) {
    Map<String, Object> calendly = source(result);
    Map<String, Object> json = new LinkedHashMap<>(calendly);
    json.put("sources", Map.of("calendly", calendly));
    return json;
  }

  private Map<String, Object> source(SyncResult result) {
    Counts counts = result.report().counts();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("success", true);
    if (earlyEnd(result).isPresent()) {
      json.put("partial", true);
    }
    json.put("message", message(result));
    json.put("syncedCount", counts.synced());
    json.put("total", counts.total());
    String note = note(result);
    if (!note.isEmpty()) {
      json.put("note", note);
    }
    kind(result, json);
    earlyEnd(result).ifPresent(earlyEnd -> EarlyEndWords.json(earlyEnd, json));
    figures(result.report(), json);
    if (result.report().unattended() > 0) {
      json.put("warning", warning(result.report()));
    }
    return json;
  }

  private static void kind(SyncResult result, Map<String, Object> json) {
    if (result instanceof Finished finished) {
      json.put("runId", finished.runId());
    } else if (result instanceof Paused paused) {
      json.put("runId", paused.runId());
      paused.left().ifPresent(left -> json.put("left", json(left)));
      paused.stalledAt().ifPresent(moment -> json.put("stalledAt", moment.toString()));
    } else if (result instanceof Previewed previewed) {
      json.put("dryRun", true);
      json.put("due", previewed.due());
      json.put("missing", previewed.missing());
      if (previewed.earlyEnd().isEmpty()) {
        json.put("forecast", json(previewed.forecast()));
      }
    }
  }

  private static Map<String, Object> json(Left left) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("share", left.share());
    json.putAll(json(left.forecast()));
    return json;
  }

  private static Map<String, Object> json(Forecast forecast) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("requests", forecast.requests());
    json.put("rows", forecast.rows());
    json.put("durationMs", forecast.duration().toMillis());
    json.put("runs", forecast.runs());
    return json;
  }

  private static void figures(Report report, Map<String, Object> json) {
    Counts counts = report.counts();
    json.put("runSyncedCount", counts.added() + counts.updated() + counts.unchanged());
    json.put("added", counts.added());
    json.put("updated", counts.updated());
    json.put("unchanged", counts.unchanged());
    json.put("removed", counts.removed());
    json.put("rejected", counts.rejected());
    json.put("sweepRejected", report.sweepRejected());
    json.put("withheld", counts.heldBack().tooMany());
    json.put("unconfirmed", counts.heldBack().unconfirmed());
    json.put("requests", counts.requests());
    json.put("waitedMs", report.effort().waited().toMillis());
    json.put("durationMs", report.duration().toMillis());
    json.put("totalIsLowerBound", report.totalIsLowerBound());
    json.put("windowFrom", report.from().toString());
    json.put("windowUntil", report.until().toString());
    json.put("scope", report.account().scope());
    json.put("unattended", report.unattended());
  }
}

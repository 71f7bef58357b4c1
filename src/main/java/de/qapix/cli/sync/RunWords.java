package de.qapix.cli.sync;

import de.qapix.cli.Messages;
import de.qapix.cli.output.ColumnLayout;
import de.qapix.cli.output.TimeFormat;
import de.qapix.data.store.Counts;
import de.qapix.data.store.PastRun;
import de.qapix.data.store.RunOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs of the history in words and as objects. */
final class RunWords {

  private static final String NOTHING = "-";
  private static final String INDENT = "    ";
  private static final int LONGEST_ERROR = 160;

  private static final List<String> HEADINGS =
      List.of(
          """
          run started duration outcome window events added updated unchanged removed heldback
          rejected requests waited host version
          """
              .split("\\s+"));

  private final Messages messages;
  private final Instant now;

  RunWords(Messages messages, Instant now) {
    this.messages = messages;
    this.now = now;
  }

  /** A line for each, below it why it failed if it did. */
  List<String> table(List<PastRun> runs) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS.stream().map(name -> messages.text("runs.column." + name)).toList());
    runs.forEach(run -> rows.add(row(run)));
    List<String> aligned = ColumnLayout.aligned(rows);
    List<String> lines = new ArrayList<>(List.of(aligned.get(0)));
    for (int i = 0; i < runs.size(); i++) {
      lines.add(aligned.get(i + 1));
      runs.get(i).limitedUntil().ifPresent(until -> lines.add(INDENT + limited(until)));
      runs.get(i).error().ifPresent(error -> lines.add(INDENT + shortened(error)));
    }
    return lines;
  }

  private String limited(Instant until) {
    return messages.text("cutoff.limit", "", TimeFormat.time(until));
  }

  private static String shortened(String error) {
    String line = error.strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST_ERROR ? line.substring(0, LONGEST_ERROR) + " ..." : line;
  }

  private List<String> row(PastRun run) {
    Counts counts = run.counts();
    return List.of(
        String.valueOf(run.id()),
        TimeFormat.bareTime(run.startedAt()),
        duration(run),
        outcome(run.outcome()),
        window(run),
        counts.synced() + "/" + counts.total(),
        String.valueOf(counts.added()),
        String.valueOf(counts.updated()),
        String.valueOf(counts.unchanged()),
        String.valueOf(counts.removed()),
        String.valueOf(counts.heldBack().total()),
        String.valueOf(counts.rejected()),
        String.valueOf(counts.requests()),
        messages.duration(counts.waited()),
        run.machine().host(),
        run.machine().version());
  }

  /** All that is known of a run, a line each. */
  List<String> lines(PastRun run) {
    List<List<String>> rows = new ArrayList<>();
    row("run", String.valueOf(run.id()), rows);
    row("outcome", outcome(run.outcome()), rows);
    run.limitedUntil().ifPresent(until -> row("limited", limited(until), rows));
    run.error().ifPresent(error -> row("error", error.strip().replace("\n", " "), rows));
    row("started", TimeFormat.time(run.startedAt()), rows);
    row("ended", run.endedAt().map(TimeFormat::time).orElse(NOTHING), rows);
    row("duration", duration(run), rows);
    row("window", window(run), rows);
    row("account", run.account().orElse(NOTHING), rows);
    row("scope", run.scope().orElse(NOTHING), rows);
    Counts counts = run.counts();
    row("synced", messages.text("runs.synced", counts.synced(), counts.total()), rows);
    row("added", String.valueOf(counts.added()), rows);
    row("updated", String.valueOf(counts.updated()), rows);
    row("unchanged", String.valueOf(counts.unchanged()), rows);
    row("removed", String.valueOf(counts.removed()), rows);
    row("withheld", String.valueOf(counts.heldBack().tooMany()), rows);
    row("unconfirmed", String.valueOf(counts.heldBack().unconfirmed()), rows);
    row("rejected", String.valueOf(counts.rejected()), rows);
    row("requests", String.valueOf(counts.requests()), rows);
    row("waited", messages.duration(counts.waited()), rows);
    row("host", run.machine().host(), rows);
    row("process", String.valueOf(run.machine().pid()), rows);
    row("version", run.machine().version(), rows);
    return ColumnLayout.aligned(rows);
  }

  private void row(String name, String value, List<List<String>> rows) {
    rows.add(List.of(messages.text("runs.label." + name), value));
  }

  private String outcome(RunOutcome outcome) {
    return messages.text("runs.outcome." + outcome);
  }

  private String duration(PastRun run) {
    return run.duration(now).map(messages::duration).orElse(NOTHING);
  }

  private static String window(PastRun run) {
    return Stream.of(run.from(), run.until()).allMatch(Optional::isPresent)
        ? TimeFormat.day(run.from().get()) + ".." + TimeFormat.day(run.until().get())
        : NOTHING;
  }

  /** The keys of the columns of qapix.run. */
  Map<String, Object> json(PastRun run) {
    Counts counts = run.counts();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("runId", run.id());
    json.put("outcome", run.outcome().text());
    json.put("limitedUntil", run.limitedUntil().map(Instant::toString).orElse(null));
    json.put("error", run.error().orElse(null));
    json.put("startedAt", run.startedAt().toString());
    json.put("endedAt", run.endedAt().map(Instant::toString).orElse(null));
    json.put("durationMs", run.duration(now).map(Duration::toMillis).orElse(null));
    json.put("windowFrom", run.from().map(Instant::toString).orElse(null));
    json.put("windowUntil", run.until().map(Instant::toString).orElse(null));
    json.put("account", run.account().orElse(null));
    json.put("scope", run.scope().orElse(null));
    json.put("total", counts.total());
    json.put("syncedCount", counts.synced());
    json.put("added", counts.added());
    json.put("updated", counts.updated());
    json.put("unchanged", counts.unchanged());
    json.put("removed", counts.removed());
    json.put("rejected", counts.rejected());
    json.put("withheld", counts.heldBack().tooMany());
    json.put("unconfirmed", counts.heldBack().unconfirmed());
    json.put("requests", counts.requests());
    json.put("waitedMs", counts.waited().toMillis());
    json.put("host", run.machine().host());
    json.put("pid", run.machine().pid());
    json.put("version", run.machine().version());
    return json;
  }
}

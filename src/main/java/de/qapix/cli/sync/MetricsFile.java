package de.qapix.cli.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.cli.CheckFailedException;
import de.qapix.cli.FileTarget;
import de.qapix.cli.WrongUseException;
import de.qapix.data.store.Counts;
import de.qapix.data.sync.SyncResult;
import de.qapix.data.sync.SyncResult.Report;
import de.qapix.files.AtomicFile;
import de.qapix.files.IoReason;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The figures of a run for Prometheus, in a file that node_exporter's textfile collector reads. The
 * file is replaced as a whole, so that nobody ever reads half of it.
 */
final class MetricsFile {

  private static final String COMPLETE = "qapix_sync_complete_timestamp_seconds";
  private static final String FAILED = "metrics.failed";
  private static final Labels SOURCE = Labels.of("source", "calendly");

  private final Path file;
  private final List<MetricSnapshot> metrics = new ArrayList<>();

  /**
   * @throws WrongUseException when the file cannot be put there
   */
  MetricsFile(Path file) {
    this.file = file.toAbsolutePath();
    FileTarget.obstacleToReplacing(this.file)
        .ifPresent(
            why -> {
              throw new WrongUseException("use.file." + why, "--metrics-file", this.file);
            });
  }

  /** Writes how a run ended. */
  void write(SyncResult result, Instant now) {
    Report report = result.report();
    boolean complete = result instanceof SyncResult.Finished;
    begin(now, true, report.duration());
    gauge("qapix_sync_partial", "1 if the run ended before its work was done", complete ? 0 : 1);
    counts(report.counts());
    gauge(
        "qapix_sync_window_rejected_records",
        "Records that the sweep, in this run and those before, could not read or write",
        (double) report.sweepRejected());
    gauge(
        "qapix_sync_waited_seconds",
        "Time in which requests had to wait for the API's limit",
        seconds(report.effort().waited()));
    report
        .effort()
        .quota()
        .ifPresent(
            quota ->
                gauge(
                    "qapix_api_remaining_requests",
                    "What the API's limit left at the end",
                    quota.remaining()));
    OptionalDouble last = complete ? OptionalDouble.of(seconds(now)) : lastComplete();
    complete(last);
    replace();
  }

  /** Writes that a run failed. */
  void writeFailure(Duration duration, Instant now) {
    begin(now, false, duration);
    complete(lastComplete());
    replace();
  }

  private void begin(Instant now, boolean success, Duration duration) {
    metrics.clear();
    gauge("qapix_sync_success", "1 if the run ended without an error", success ? 1 : 0);
    gauge("qapix_sync_timestamp_seconds", "When the run ended", seconds(now));
    gauge("qapix_sync_duration_seconds", "How long the run took", seconds(duration));
  }

  private void complete(OptionalDouble last) {
    last.ifPresent(when -> gauge(COMPLETE, "When a run last completed a sweep", when));
  }

  private void counts(Counts counts) {
    metrics.add(
        GaugeSnapshot.builder()
            .name("qapix_sync_events")
            .help("Events of the run, by what became of them")
            .dataPoint(point("added", counts.added()))
            .dataPoint(point("updated", counts.updated()))
            .dataPoint(point("unchanged", counts.unchanged()))
            .dataPoint(point("removed", counts.removed()))
            .dataPoint(point("rejected", counts.rejected()))
            .dataPoint(point("withheld", counts.heldBack().tooMany()))
            .dataPoint(point("unconfirmed", counts.heldBack().unconfirmed()))
            .build());
    gauge("qapix_sync_window_events", "Events known to be in the window", (double) counts.total());
    gauge(
        "qapix_sync_window_synced_events",
        "Of these, how many are up to date",
        (double) counts.synced());
    gauge(
        "qapix_sync_requests",
        "Requests of the run, tries again included",
        (double) counts.requests());
  }

  private static GaugeSnapshot.GaugeDataPointSnapshot point(String state, long value) {
    return GaugeSnapshot.GaugeDataPointSnapshot.builder()
        .labels(SOURCE.add("state", state))
        .value((double) value)
        .build();
  }

  private void gauge(String name, String help, double value) {
    metrics.add(
        GaugeSnapshot.builder()
            .name(name)
            .help(help)
            .dataPoint(
                GaugeSnapshot.GaugeDataPointSnapshot.builder().labels(SOURCE).value(value).build())
            .build());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static double seconds(Instant moment) {
    return moment.toEpochMilli() / 1000.0;
  }

  /** A run that does not complete a sweep leaves standing when the last one did. */
  private OptionalDouble lastComplete() {
    if (!Files.exists(file)) {
      return OptionalDouble.empty();
    }
    try (Stream<String> lines = Files.lines(file, UTF_8)) {
      return lines
          .filter(line -> line.startsWith(COMPLETE + "{"))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .findFirst();
    } catch (IOException broken) {
      throw failed(IoReason.of(broken));
    } catch (UncheckedIOException broken) {
      throw failed(IoReason.of(broken));
    } catch (NumberFormatException broken) {
      throw failed(COMPLETE + ": " + broken.getMessage());
    }
  }

  /** In the same folder, under a name that the collector does not read. */
  private void replace() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, new MetricSnapshots(metrics));
      AtomicFile.write(file, text.toByteArray());
    } catch (IOException broken) {
      throw failed(IoReason.of(broken));
    }
  }

  /** Whether what failed is that such a file could not be written. */
  static boolean isAboutIt(Exception failure) {
    return failure instanceof CheckFailedException known && known.key().equals(FAILED);
  }

  private CheckFailedException failed(String reason) {
    return new CheckFailedException(FAILED, file, reason);
  }
}

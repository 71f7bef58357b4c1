package de.qapix;

import static de.qapix.db.qapix.tables.Reject.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.ScriptedApi.Reply;
import de.qapix.ScriptedApi.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rejected records count for the whole sweep, not only for the run that has met them. */
class SweepRejectsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Script NOTHING = (path, number, usual) -> null;
  private static final Script NO_INVITEES =
      (path, number, usual) -> path.endsWith("/invitees") ? Reply.of(403, "{}") : null;

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();
  @TempDir private Path folder;

  private Script script = NOTHING;
  private ScriptedApi api;
  private List<String> uris;

  @BeforeEach
  void start() throws Exception {
    api =
        new ScriptedApi(80, () -> NOW, (path, number, usual) -> script.reply(path, number, usual));
    uris =
        api
            .sandbox()
            .world()
            .events(NOW.minus(Duration.ofDays(90)), NOW.plus(Duration.ofDays(30)))
            .stream()
            .map(event -> event.path("uri").stringValue())
            .toList();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void a_sweep_with_too_many_rejects_fails_in_each_run_until_the_limit_is_raised() {
    script = without("status", Set.copyOf(uris.subList(0, 12)));

    List<Run> failed = IntStream.range(0, 4).mapToObj(run -> sync("--max-rejects", "10")).toList();
    Run done = sync("--format", "json", "--max-rejects", "12");

    assertThat(failed).extracting(Run::code).containsExactly(1, 1, 1, 1);
    assertThat(failed)
        .allSatisfy(
            run ->
                assertThat(run.err())
                    .contains(
                        "12 records could not be read or written, more than --max-rejects 10;"
                            + " the last reason: status is missing"));
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.json().path("sweepRejected").intValue()).isEqualTo(12);
    assertThat(done.json().path("total").intValue()).isEqualTo(uris.size());
    assertThat(done.json().path("syncedCount").intValue()).isEqualTo(uris.size() - 12);
    assertThat(done.json().path("note").stringValue())
        .contains("12 records could not be read or written", "qapix rejects lists them");
  }

  @Test
  void a_run_that_met_no_reject_itself_tells_those_of_the_runs_before_it() throws Exception {
    script = without("status", Set.copyOf(uris.subList(0, 12)));
    assertThat(sync("--max-rejects", "10").code()).isEqualTo(1);
    api.sandbox().remove(uris.get(uris.size() - 1));

    Path metrics = folder.resolve("qapix.prom");

    Run done = sync("--metrics-file", metrics.toString());

    assertThat(Files.readString(metrics))
        .contains("qapix_sync_window_rejected_records{source=\"calendly\"} 12.0");
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.out())
        .contains(
            "12 records could not be read or written in this run and those before it;"
                + " qapix rejects lists them.",
            " 0 rejected;");
  }

  @Test
  void invitees_that_cannot_be_read_count_in_each_run_of_the_sweep_too() {
    script =
        (path, number, usual) ->
            path.endsWith("/invitees")
                ? Reply.of(200, usual.body().replaceAll("\"status\":\"\\w+\"", "\"status\":null"))
                : null;

    List<Run> failed = IntStream.range(0, 3).mapToObj(run -> sync("--max-rejects", "10")).toList();

    assertThat(failed).extracting(Run::code).containsExactly(1, 1, 1);
    assertThat(sync("--max-rejects", "10000").code()).isZero();
  }

  @Test
  void why_the_last_one_was_rejected_stands_in_the_history_too() {
    script = without("status", Set.copyOf(uris.subList(0, 12)));

    sync("--max-rejects", "10");
    sync("--max-rejects", "10");

    assertThat(run("runs", "--format", "json").json().path("runs").valueStream())
        .hasSize(2)
        .allMatch(run -> run.path("error").stringValue().endsWith("last: status is missing"));
  }

  @Test
  void what_a_retry_clears_is_up_to_date_in_the_unfinished_sweep() {
    script = NO_INVITEES;
    assertThat(sync("--max-rejects", "10").code()).isEqualTo(1);
    script = NOTHING;
    assertThat(run("rejects", "retry", "--all").code()).isZero();

    Run done = sync("--format", "json", "--max-rejects", "0");

    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.json().path("syncedCount").intValue()).isEqualTo(uris.size());
    assertThat(done.json().path("total").intValue()).isEqualTo(uris.size());
    assertThat(done.json().path("sweepRejected").intValue()).isZero();
    assertThat(done.json().path("note").isMissingNode()).isTrue();
    Truth.of(api.sandbox(), NOW.minus(Duration.ofDays(90)), NOW.plus(Duration.ofDays(30)))
        .assertStandsIn(database.sql());
  }

  @Test
  void one_that_calendly_no_longer_has_is_cleared_by_a_retry_and_no_event_of_the_sweep() {
    script = without("status", Set.copyOf(uris.subList(0, 12)));
    assertThat(sync("--max-rejects", "10").code()).isEqualTo(1);
    script = NOTHING;
    api.sandbox().remove(uris.get(0));
    assertThat(run("rejects", "retry", "--all").code()).isZero();

    JsonNode done = sync("--format", "json", "--max-rejects", "0").json();

    assertThat(done.path("total").intValue()).isEqualTo(uris.size() - 1);
    assertThat(done.path("syncedCount").intValue()).isEqualTo(uris.size() - 1);
  }

  @Test
  void what_is_dropped_is_not_taken_for_synced() {
    script = without("status", Set.copyOf(uris.subList(0, 12)));
    assertThat(sync("--max-rejects", "10").code()).isEqualTo(1);
    assertThat(run("rejects", "drop", "--all").code()).isZero();

    Run failed = sync("--max-rejects", "10");
    JsonNode done = sync("--format", "json").json();

    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err())
        .contains("12 records could not be read or written, more than --max-rejects 10\n")
        .contains("no longer on the list of qapix rejects");
    assertThat(done.path("syncedCount").intValue()).isEqualTo(uris.size() - 12);
    assertThat(done.path("sweepRejected").intValue()).isEqualTo(12);
  }

  @Test
  void what_another_sync_reads_is_a_reject_in_no_sweep_any_longer() {
    Set<String> soon = Set.copyOf(uris.subList(uris.size() - 12, uris.size()));
    script = without("status", soon);
    assertThat(sync("--max-rejects", "10").code()).isEqualTo(1);
    script = NOTHING;
    assertThat(sync("--days-back", "30").code()).isZero();

    JsonNode done = sync("--format", "json", "--max-rejects", "0").json();

    assertThat(database.sql().fetchCount(REJECT)).isZero();
    assertThat(done.path("sweepRejected").intValue()).isZero();
    assertThat(done.path("syncedCount").intValue()).isEqualTo(uris.size());
    assertThat(done.path("total").intValue()).isEqualTo(uris.size());
  }

  @Test
  void what_is_around_now_is_read_again_and_counts_for_the_slice_that_had_rejected_it() {
    List<String> around =
        api
            .sandbox()
            .world()
            .events(NOW.minus(Duration.ofHours(20)), NOW.plus(Duration.ofHours(40)))
            .stream()
            .map(event -> event.path("uri").stringValue())
            .toList();
    script = without("status", Set.copyOf(around));
    assertThat(sync("--max-rejects", "0").code()).isEqualTo(1);
    script = NOTHING;

    JsonNode done = sync(NOW.plusSeconds(60), "--format", "json", "--max-rejects", "0").json();

    assertThat(around).isNotEmpty();
    assertThat(done.path("syncedCount").intValue()).isEqualTo(uris.size());
    assertThat(done.path("total").intValue()).isEqualTo(uris.size());
  }

  /** These events lack a field. */
  private static Script without(String field, Set<String> events) {
    return (path, number, usual) ->
        path.equals("/scheduled_events")
            ? Reply.of(usual.status(), spoilt(usual.body(), field, uri -> events.contains(uri)))
            : null;
  }

  private static String spoilt(String page, String field, Predicate<String> which) {
    JsonMapper mapper = JsonMapper.builder().build();
    JsonNode read = mapper.readTree(page);
    for (JsonNode event : read.path("collection")) {
      if (which.test(event.path("uri").stringValue())) {
        ((ObjectNode) event).putNull(field);
      }
    }
    return mapper.writeValueAsString(read);
  }

  private Run sync(String... options) {
    return sync(NOW, options);
  }

  private Run sync(Instant now, String... options) {
    List<String> arguments =
        IntStream.range(0, options.length).mapToObj(i -> options[i]).collect(Collectors.toList());
    arguments.addAll(0, List.of("sync", "--max-duration", "0"));
    return run(now, arguments.toArray(String[]::new));
  }

  private Run run(String... arguments) {
    return run(NOW, arguments);
  }

  private Run run(Instant now, String... arguments) {
    return Run.command(Run.environment(database, api.address()), () -> now, arguments);
  }
}

package de.qapix;

import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.Reject.REJECT;
import static de.qapix.db.qapix.tables.Run.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.ScriptedApi.Reply;
import de.qapix.ScriptedApi.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A database that writes far more slowly than the API answers. */
class SyncSlowDatabaseTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  private ScriptedApi api;

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void what_cannot_be_written_in_time_is_left_to_the_next_run() throws Exception {
    start((path, number, usual) -> null);
    slowDown("0.02");

    Run partial = sync("--max-duration", "4s", "--detailed-exitcode", "--batch-size", "10");

    assertThat(partial.code()).as(partial.err()).isEqualTo(3);
    int written = database.sql().fetchCount(CALENDLY_EVENT);
    assertThat(written).isPositive();
    assertThat(partial.json().path("syncedCount").intValue()).isEqualTo(written);
    assertThat(partial.json().path("durationMs").intValue()).isLessThan(6_000);
    database.sql().execute("drop trigger slow on qapix.calendly_look");

    Run rest = sync("--max-duration", "0", "--detailed-exitcode");

    assertThat(rest.code()).as(rest.err()).isZero();
    assertThat(rest.json().path("added").intValue())
        .isEqualTo(rest.json().path("total").intValue() - written);
    assertThat(database.sql().fetchValues(RUN.OUTCOME))
        .containsExactlyInAnyOrder("partial", "finished");
    Truth.of(api.sandbox(), NOW.minus(Duration.ofDays(90)), NOW.plus(Duration.ofDays(30)))
        .assertStandsIn(database.sql());
  }

  @Test
  void a_run_that_has_failed_asks_for_nothing_more_while_it_writes_what_it_has() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    start(
        (path, number, usual) ->
            path.endsWith("/invitees") && asked.incrementAndGet() >= 30
                ? Reply.of(401, "{\"title\":\"Unauthenticated\"}")
                : null);
    slowDown("0.05");

    assertThat(sync("--max-duration", "0", "--concurrency", "2", "--batch-size", "10").code())
        .isEqualTo(4);

    assertThat(asked).hasValueLessThan(36);
    assertThat(database.sql().fetchCount(CALENDLY_EVENT)).isGreaterThan(20);
  }

  @Test
  void each_run_gets_further_however_slow_the_database_is() throws Exception {
    start((path, number, usual) -> null);
    slowDown("0.06");

    int before = 0;
    for (int i = 0; i < 2; i++) {
      Run run = sync("--max-duration", "6s", "--detailed-exitcode");

      assertThat(run.code()).as(run.err()).isEqualTo(3);
      int written = database.sql().fetchCount(CALENDLY_EVENT);
      assertThat(written).isGreaterThan(before + 5);
      before = written;
    }
    assertThat(database.sql().fetchValues(RUN.OUTCOME)).containsOnly("partial");
  }

  @Test
  void what_the_database_refuses_costs_a_run_no_more_than_its_time() throws Exception {
    start((path, number, usual) -> null);
    database
        .sql()
        .execute(
            """
            create function public.refuse() returns trigger language plpgsql as $$
            begin
              perform pg_sleep(0.01);
              if hashtext(new.uri) % 3 = 0 then raise exception 'no such events here'; end if;
              return new;
            end $$;
            create trigger refuse before insert or update on qapix.calendly_event
            for each row execute function public.refuse()
            """);

    int before = 0;
    for (int i = 0; i < 2; i++) {
      Run run = sync("--max-duration", "6s", "--detailed-exitcode");

      assertThat(run.code()).as(run.err()).isEqualTo(3);
      int written = database.sql().fetchCount(CALENDLY_EVENT);
      assertThat(written).isGreaterThan(before);
      before = written;
    }
    Run rest = sync("--max-duration", "0");

    assertThat(rest.code()).as(rest.err()).isZero();
    int total = rest.json().path("total").intValue();
    assertThat(database.sql().fetchValues(REJECT.REASON))
        .hasSize(total - database.sql().fetchCount(CALENDLY_EVENT))
        .containsOnly("no such events here");
  }

  private void start(Script script) throws Exception {
    api = new ScriptedApi(500, () -> NOW, script);
  }

  /** So long does the database take for each event. */
  private void slowDown(String seconds) {
    database
        .sql()
        .execute(
            """
            create function public.slow() returns trigger language plpgsql as $$
            begin perform pg_sleep(%s); return new; end $$;
            create trigger slow before insert or update on qapix.calendly_look
            for each row execute function public.slow()
            """
                .formatted(seconds));
  }

  private Run sync(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("sync", "--format", "json", "--max-rejects", "1000"));
    arguments.addAll(List.of(options));
    return Run.command(
        Run.environment(database, api.address()), () -> NOW, arguments.toArray(String[]::new));
  }
}

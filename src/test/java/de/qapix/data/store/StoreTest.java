package de.qapix.data.store;

import static de.qapix.db.qapix.tables.CalendlyEventType.CALENDLY_EVENT_TYPE;
import static de.qapix.db.qapix.tables.Lock.LOCK;
import static de.qapix.db.qapix.tables.Run.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.qapix.TestDatabase;
import de.qapix.db.qapix.tables.records.CalendlyEventTypeRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoreTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final RunHost MACHINE = new RunHost("here", 1, "0");

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  @Test
  void only_one_run_at_a_time_may_begin_and_the_next_may_when_it_is_closed() throws Exception {
    try (OpenRun<String> first = store().begin(MACHINE, LockWait.NONE)) {
      assertThatThrownBy(() -> store().begin(MACHINE, LockWait.NONE))
          .isInstanceOfSatisfying(
              LockedException.class,
              locked ->
                  assertThat(locked.holder()).contains(new LockHolder(first.id(), "here", 1, NOW)));
    }
    store().begin(MACHINE, LockWait.NONE).close();
  }

  @Test
  void a_run_whose_lock_another_has_taken_over_writes_nothing_more() throws Exception {
    try (OpenRun<String> run = store().begin(MACHINE, LockWait.NONE)) {
      database.sql().update(LOCK).set(LOCK.HOST, "there").execute();
      run.write(transaction -> {}, List.of());
      database.sql().deleteFrom(LOCK).execute();

      assertThatThrownBy(
              () ->
                  run.write(
                      transaction -> transaction.deleteFrom(CALENDLY_EVENT_TYPE).execute(),
                      List.of()))
          .isInstanceOf(LockLostException.class);
    }
  }

  @Test
  void a_run_whose_locks_connection_dies_takes_the_lock_again_and_goes_on() throws Exception {
    try (OpenRun<String> run = store().begin(MACHINE, LockWait.NONE)) {
      database.sql().execute("select pg_terminate_backend(backend) from qapix.lock");

      write(run);

      assertThat(database.sql().fetchCount(CALENDLY_EVENT_TYPE)).isEqualTo(1);
      assertThatThrownBy(() -> store().begin(MACHINE, LockWait.NONE))
          .isInstanceOfSatisfying(
              LockedException.class, locked -> assertThat(locked.holder()).isPresent());
    }
    store().begin(MACHINE, LockWait.NONE).close();
  }

  @Test
  void a_run_whose_locks_connection_dies_writes_nothing_once_another_run_has_begun()
      throws Exception {
    try (OpenRun<String> run = store().begin(MACHINE, LockWait.NONE)) {
      database.sql().execute("select pg_terminate_backend(backend, 20000) from qapix.lock");
      try (OpenRun<String> other = store().begin(MACHINE, LockWait.NONE)) {
        assertThatThrownBy(() -> write(run)).isInstanceOf(LockLostException.class);
        write(other);
      }
      database.sql().execute("delete from qapix.calendly_event_type");

      assertThatThrownBy(() -> write(run)).isInstanceOf(LockLostException.class);
    }
    assertThat(database.sql().fetchCount(CALENDLY_EVENT_TYPE)).isZero();
  }

  @Test
  void a_run_whose_locks_connection_has_died_ends_as_any_other() throws Exception {
    try (OpenRun<String> run = store().begin(MACHINE, LockWait.NONE)) {
      database.sql().execute("select pg_terminate_backend(backend, 20000) from qapix.lock");

      run.end(RunOutcome.FINISHED, Optional.empty(), Counts.none(0, Duration.ZERO));
    }
    try (OpenRun<String> run = store().begin(MACHINE, LockWait.NONE)) {
      database.sql().execute("select pg_terminate_backend(backend, 20000) from qapix.lock");
      IllegalStateException failure = new IllegalStateException("odd");

      run.fail(failure, 0, Duration.ZERO);

      assertThat(failure).hasNoSuppressedExceptions();
    }
    assertThat(database.sql().fetchValues(RUN.OUTCOME))
        .containsExactlyInAnyOrder("finished", "failed");
  }

  private static void write(OpenRun<String> run) {
    run.write(
        transaction ->
            Upsert.whole(CALENDLY_EVENT_TYPE).write(transaction, List.of(type("a", "one", NOW))),
        List.of());
  }

  @Test
  void of_fifty_that_begin_at_once_one_may_and_all_others_are_told_which() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(50);
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch refused = new CountDownLatch(49);
    List<Future<Long>> starters = new ArrayList<>();
    Queue<Long> holders = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 50; i++) {
      starters.add(
          threads.submit(
              () -> {
                start.await();
                try (OpenRun<String> run = store().begin(MACHINE, LockWait.NONE)) {
                  assertThat(refused.await(20, TimeUnit.SECONDS)).isTrue();
                  return run.id();
                } catch (LockedException locked) {
                  holders.add(locked.holder().orElseThrow().runId());
                  refused.countDown();
                  return 0L;
                }
              }));
    }
    start.countDown();
    long holder = 0;
    for (Future<Long> starter : starters) {
      holder += starter.get();
    }
    threads.shutdownNow();

    assertThat(holders).hasSize(49).containsOnly(holder);
  }

  @Test
  void a_run_that_has_patience_begins_as_soon_as_the_other_has_ended() throws Exception {
    OpenRun<String> first = store().begin(MACHINE, LockWait.NONE);
    AtomicInteger looks = new AtomicInteger();
    LockWait patience =
        () -> {
          if (looks.incrementAndGet() == 3) {
            first.close();
          }
          return true;
        };

    try (OpenRun<String> second = store().begin(MACHINE, patience)) {
      assertThat(second.id()).isGreaterThan(first.id());
    }
    assertThat(looks).hasValue(3);
  }

  @Test
  void a_row_that_a_dead_run_has_left_is_not_named_as_the_holder() throws Exception {
    store().begin(MACHINE, LockWait.NONE).close();

    assertThat(LockHolders.find(database.sql(), "test")).isEmpty();
  }

  @Test
  void a_transaction_that_was_in_the_way_of_another_is_tried_again() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    try (OpenRun<String> run = store().begin(MACHINE, LockWait.NONE)) {
      run.write(
          transaction -> {
            if (attempts.incrementAndGet() < 3) {
              transaction.execute(
                  "do $$ begin raise exception 'in the way' using errcode = '40001'; end $$");
            }
          },
          List.of());
    }
    assertThat(attempts).hasValue(3);
  }

  @Test
  void nobody_knows_what_is_unattended_before_the_account_is_known() {
    Account user = new Account("user", "Name", "user", false);

    assertThat(store().unattended(user, NOW, NOW)).isEqualTo(1);
    assertThat(store().unattended(new Account("user", "Name", "all", true), NOW, NOW)).isZero();
    assertThat(store().unattended(Account.UNKNOWN, NOW, NOW)).isZero();
  }

  @Test
  void rows_that_are_equal_are_left_alone_and_newer_ones_are_not_overwritten() {
    DSLContext db = database.sql();
    Upsert<CalendlyEventTypeRecord> upsert =
        Upsert.whole(CALENDLY_EVENT_TYPE).unlessNewer(CALENDLY_EVENT_TYPE.UPDATED_AT);

    assertThat(upsert.write(db, List.of(type("a", "one", NOW), type("b", "one", NOW)))).hasSize(2);
    assertThat(upsert.write(db, List.of(type("a", "one", NOW), type("b", "two", NOW)))).hasSize(1);
    assertThat(upsert.write(db, List.of(type("a", "old", NOW.minusSeconds(1))))).isEmpty();
    assertThat(db.fetchValues(CALENDLY_EVENT_TYPE.NAME)).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void of_rows_with_one_key_the_last_one_counts() {
    Upsert.whole(CALENDLY_EVENT_TYPE)
        .write(database.sql(), List.of(type("a", "first", NOW), type("a", "last", NOW)));

    assertThat(database.sql().fetchValues(CALENDLY_EVENT_TYPE.NAME)).containsExactly("last");
  }

  private Store<String> store() {
    return new Store<>(database.dataSource(), "public", "test", new NoTable(), () -> NOW);
  }

  private static CalendlyEventTypeRecord type(String uri, String name, Instant updatedAt) {
    CalendlyEventTypeRecord row = new CalendlyEventTypeRecord();
    row.setUri(uri);
    row.setName(name);
    row.setActive(true);
    row.setUpdatedAt(updatedAt);
    row.setRaw(JSONB.jsonb("{}"));
    return row;
  }

  /** A source that keeps nothing but one record of somebody else. */
  private static final class NoTable implements RecordTable<String> {
    @Override
    public Map<String, StoredRecord> find(DSLContext db, String scope, Collection<String> keys) {
      return Map.of();
    }

    @Override
    public List<List<StoredRecord>> find(
        DSLContext db, String scope, List<Stretch> stretches, int most) {
      return stretches.stream().map(any -> List.<StoredRecord>of()).toList();
    }

    @Override
    public long unattended(DSLContext db, Collection<String> scopes, Instant from, Instant until) {
      return 1;
    }

    @Override
    public BatchResult write(
        DSLContext transaction,
        ReadContext context,
        List<String> records,
        Collection<String> gone) {
      return BatchResult.NOTHING;
    }
  }
}

package de.qapix.data.store;

import static de.qapix.db.qapix.tables.Run.RUN;

import de.qapix.db.qapix.tables.records.RunRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The runs so far. */
public final class RunHistory {

  private static final String RUNNING = RunOutcome.RUNNING.text();

  private final DSLContext db;
  private final String source;

  /**
   * @param source name of what is synced, e.g. {@code calendly}
   */
  public RunHistory(DSLContext db, String source) {
    this.db = db;
    this.source = source;
  }

  /**
   * The last runs, newest first.
   *
   * @param outcome only those that stand like this; empty for all
   */
  public List<PastRun> latest(int limit, Optional<RunOutcome> outcome) {
    List<Long> dead = dead();
    return db.selectFrom(RUN)
        .where(RUN.SOURCE.eq(source))
        .and(outcome.map(wanted -> stands(wanted, dead)).orElseGet(RUN.ID::isNotNull))
        .orderBy(RUN.ID.desc())
        .limit(limit)
        .fetch(row -> run(row, dead));
  }

  /** One run. */
  public Optional<PastRun> find(long id) {
    List<Long> dead = dead();
    return db.selectFrom(RUN)
        .where(RUN.SOURCE.eq(source))
        .and(RUN.ID.eq(id))
        .fetchOptional(row -> run(row, dead));
  }

  /**
   * The runs that seem to run and do not hold the lock. A run enters its row and the lock together
   * and leaves them together, so a row that says so both before and after the lock was looked at
   * tells of a run without it.
   */
  private List<Long> dead() {
    List<Long> running =
        db.select(RUN.ID)
            .from(RUN)
            .where(RUN.SOURCE.eq(source))
            .and(RUN.OUTCOME.eq(RUNNING))
            .fetch(RUN.ID);
    if (running.isEmpty()) {
      return running;
    }
    Optional<Long> holder = LockHolders.find(db, source).map(LockHolder::runId);
    return running.stream().filter(id -> !holder.equals(Optional.of(id))).toList();
  }

  private static Condition stands(RunOutcome outcome, List<Long> dead) {
    return switch (outcome) {
      case RUNNING -> RUN.OUTCOME.eq(RUNNING).and(RUN.ID.notIn(dead));
      case DIED ->
          RUN.OUTCOME.eq(RunOutcome.DIED.text()).or(RUN.OUTCOME.eq(RUNNING).and(RUN.ID.in(dead)));
      default -> RUN.OUTCOME.eq(outcome.text());
    };
  }

  private static PastRun run(RunRecord row, List<Long> dead) {
    RunOutcome outcome = RunOutcome.of(row.getOutcome());
    return new PastRun(
        row.getId(),
        new RunHost(row.getHost(), row.getPid(), row.getVersion()),
        Optional.ofNullable(row.getAccount()),
        Optional.ofNullable(row.getScope()),
        Optional.ofNullable(row.getWindowFrom()),
        Optional.ofNullable(row.getWindowUntil()),
        row.getStartedAt(),
        Optional.ofNullable(row.getEndedAt()),
        outcome == RunOutcome.RUNNING && dead.contains(row.getId()) ? RunOutcome.DIED : outcome,
        Optional.ofNullable(row.getLimitedUntil()),
        counts(row),
        Optional.ofNullable(row.getError()));
  }

  private static Counts counts(RunRecord row) {
    return new Counts(
        row.getTotal(),
        row.getSynced(),
        row.getAdded(),
        row.getUpdated(),
        row.getUnchanged(),
        row.getRemoved(),
        row.getRejected(),
        new WithheldDeletions(row.getWithheld(), row.getUnconfirmed()),
        row.getRequests(),
        Duration.ofMillis(row.getWaitedMs()));
  }
}

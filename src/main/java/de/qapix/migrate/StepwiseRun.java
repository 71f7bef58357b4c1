package de.qapix.migrate;

import de.qapix.migrate.StepwiseProgress.Entry;
import de.qapix.sql.Action;
import de.qapix.sql.SqlStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * Runs a migration that does not fit into one transaction, step by step, and remembers each. Who
 * dies on the way leaves what the next one needs to go on from there.
 */
final class StepwiseRun {

  private static final String DUPLICATE = "42710";

  private final MigrationScript script;
  private final ScriptSession session;
  private final Retries retries;
  private final MigrationWatch watch;
  private final StepwiseProgress progress;
  private final StatementLeftovers leftovers;

  StepwiseRun(
      MigrationScript script, ScriptSession session, Retries retries, MigrationWatch watch) {
    this.script = script;
    this.session = session;
    this.retries = retries;
    this.watch = watch;
    this.progress = new StepwiseProgress(script.file());
    this.leftovers = new StatementLeftovers(session.db());
  }

  /** Does all that is not done yet, and then writes it into the history. */
  void run(Consumer<DSLContext> history) {
    session.takeTime();
    session.record(StepwiseProgress::create);
    Map<Integer, Entry> known = progress.entries(session.db());
    List<MigrationStep> steps = script.steps(countDone(known));
    announce(known, steps);
    try {
      steps.forEach(step -> retries.run(watch, () -> take(step)));
    } catch (MigrationException failure) {
      throw inTheMiddle(failure);
    }
    session.record(history.andThen(progress::clear));
  }

  /** How many of the works are done; those must not have been edited since. */
  private int countDone(Map<Integer, Entry> known) {
    List<SqlStatement> works = script.works();
    int done = (int) known.values().stream().filter(Entry::done).count();
    for (int number = 1; number <= done; number++) {
      if (number > works.size() || !known.get(number).text().equals(works.get(number - 1).text())) {
        int line = number > works.size() ? 0 : works.get(number - 1).line();
        throw new MigrationException(
            new Obstacle.Rewritten(script.file(), line, known.get(number).text()));
      }
    }
    return done;
  }

  private void announce(Map<Integer, Entry> known, List<MigrationStep> steps) {
    if (!known.isEmpty()) {
      steps.stream()
          .filter(step -> step.kind() != MigrationStep.Kind.SETTING)
          .findFirst()
          .map(step -> new Recovery.Resumed(script.file(), step.statement().line()))
          .ifPresent(watch::recovering);
    }
  }

  private MigrationStep take(MigrationStep step) {
    SqlStatement statement = step.statement();
    Action action = statement.action();
    if (action instanceof Action.Setting setting) {
      session.set(statement, setting);
    } else if (step.kind() == MigrationStep.Kind.TOGETHER) {
      session.briefly(step.statements(), db -> finish(db, step));
    } else if (action instanceof Action.AddEnumValue) {
      addEnumValue(step);
    } else {
      runApart(step, action);
    }
    return step;
  }

  private void addEnumValue(MigrationStep step) {
    try {
      session.briefly(step.statements(), db -> finish(db, step));
    } catch (StatementException failure) {
      if (!failure.hasState(DUPLICATE)) {
        throw failure;
      }
      skip(step);
    }
  }

  private void runApart(MigrationStep step, Action action) {
    SqlStatement statement = step.statement();
    Optional<Entry> begun =
        Optional.ofNullable(progress.entries(session.db()).get(step.first()))
            .filter(entry -> entry.text().equals(statement.text()));
    if (begun.isPresent() && leftovers.isDone(action, begun.get())) {
      skip(step);
      return;
    }
    dropInvalid(statement, action, begun);
    if (begun.isEmpty()) {
      List<Long> before = leftovers.indexesBefore(action);
      session.record(db -> progress.begin(db, step.first(), statement.text(), before));
    }
    Optional<Action.DetachPartition> half = leftovers.halfDetached(action);
    half.map(detach -> new Recovery.DetachFinished(detach.partition()))
        .ifPresent(watch::recovering);
    try {
      session.apart(statement, half.map(StepwiseRun::finishing).orElse(statement.text()));
    } catch (StatementException failure) {
      cleanUpAfter(failure, step, action);
      throw failure;
    }
    session.record(db -> finish(db, step));
  }

  private void dropInvalid(SqlStatement statement, Action action, Optional<Entry> begun) {
    for (String index : leftovers.invalidIndexes(action, begun)) {
      watch.recovering(new Recovery.IndexDropped(index));
      session.apart(statement, "drop index concurrently if exists " + index);
    }
  }

  /** At once, if that is possible: until then each write pays for an index that nobody uses. */
  private void cleanUpAfter(StatementException failure, MigrationStep step, Action action) {
    if (Retries.isWorthwhile(failure)) {
      return;
    }
    try {
      dropInvalid(
          step.statement(),
          action,
          Optional.ofNullable(progress.entries(session.db()).get(step.first())));
    } catch (StatementException | DataAccessException inVain) {
      failure.addSuppressed(inVain);
    }
  }

  private void skip(MigrationStep step) {
    watch.recovering(new Recovery.AlreadyThere(script.file(), step.statement().line()));
    session.record(db -> finish(db, step));
  }

  private void finish(DSLContext db, MigrationStep step) {
    int number = step.first();
    for (SqlStatement statement : step.statements()) {
      progress.finish(db, number++, statement.text());
    }
  }

  private static MigrationException inTheMiddle(MigrationException failure) {
    return failure.obstacle() instanceof Obstacle.Failed failed
        ? new MigrationException(
            new Obstacle.HalfDone(failed.file(), failed.line(), failed.sqlState(), failed.reason()),
            failure)
        : failure;
  }

  private static String finishing(Action.DetachPartition detach) {
    return "alter table %s detach partition %s finalize"
        .formatted(detach.parent(), detach.partition());
  }
}

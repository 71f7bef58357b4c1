package de.qapix.cli.schema;

import de.qapix.catalog.Catalog;
import de.qapix.checks.diff.Change;
import de.qapix.checks.diff.DiffSql;
import de.qapix.checks.diff.OnlineSteps;
import de.qapix.cli.DurationConverter;
import de.qapix.cli.WrongUseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which statements {@code qapix schema diff} plans, and whether it tries them. */
public final class PlanOptions {

  @Option(names = "--sql", descriptionKey = "diff.sql")
  private boolean sql;

  @Option(names = "--concurrently", descriptionKey = "diff.concurrently")
  private boolean concurrently;

  @Option(
      names = "--lock-timeout",
      paramLabel = "<duration>",
      descriptionKey = "diff.lock-timeout",
      converter = DurationConverter.class)
  private Optional<Duration> lockTimeout;

  @Option(names = "--no-verify", descriptionKey = "diff.no-verify")
  private boolean unverified;

  /** Refuses options that would do nothing. */
  void check() {
    if (!sql) {
      Stream.of(
              concurrently ? "--concurrently" : "",
              lockTimeout.isPresent() ? "--lock-timeout" : "",
              unverified ? "--no-verify" : "")
          .filter(option -> !option.isEmpty())
          .findFirst()
          .ifPresent(
              option -> {
                throw new WrongUseException("use.diff.sql", option);
              });
    }
  }

  boolean isPlanned() {
    return sql;
  }

  boolean isTried() {
    return !unverified;
  }

  /** The statements that turn one database into another; none where they are the same. */
  List<Change> plan(Catalog from, Catalog to) {
    List<Change> changes = DiffSql.between(from, to);
    List<Change> plan = new ArrayList<>();
    if (!changes.isEmpty()) {
      lockTimeout.ifPresent(
          limit -> plan.add(Change.safe("set lock_timeout = '" + limit.toMillis() + "ms'")));
    }
    plan.addAll(concurrently ? OnlineSteps.of(changes, from) : changes);
    return plan;
  }
}

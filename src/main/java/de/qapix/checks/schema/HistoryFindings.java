package de.qapix.checks.schema;

import de.qapix.catalog.ReadOnlyTransaction;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Place;
import de.qapix.checks.scratch.FlywayHistory;
import de.qapix.checks.scratch.FolderScript;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.scratch.PrismaHistory;
import de.qapix.checks.scratch.PrismaMigration;
import de.qapix.files.DisplayPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.DSLContext;

/** What is not in order with what Flyway or Prisma have written down of their migrations. */
final class HistoryFindings {

  private final MigrationFolder folder;
  private final Path here;

  HistoryFindings(MigrationFolder folder, Path here) {
    this.folder = folder;
    this.here = here;
  }

  /** Nothing where there is no history: the database may have been made otherwise. */
  List<Finding> of(DSLContext db, String schema) {
    return ReadOnlyTransaction.in(
        db,
        transaction ->
            folder.layout() == MigrationFolder.Layout.PRISMA
                ? prisma(PrismaHistory.read(transaction, schema))
                : flyway(FlywayHistory.read(transaction, schema)));
  }

  private List<Finding> prisma(Optional<PrismaHistory> history) {
    return history.map(known -> known.compare(folder)).orElse(List.of()).stream()
        .flatMap(migration -> of(migration).stream())
        .toList();
  }

  private Optional<Finding> of(PrismaMigration migration) {
    return rule(migration.state())
        .map(rule -> Finding.error("prisma/" + rule, migration.name()))
        .map(finding -> withLogs(finding, migration))
        .map(
            finding ->
                placed(
                    finding,
                    script -> script.version().filter(migration.name()::equals).isPresent()));
  }

  /** Prisma writes no log while a migration runs. */
  private static Finding withLogs(Finding finding, PrismaMigration migration) {
    return migration
        .logs()
        .map(String::strip)
        .filter(logs -> !logs.isEmpty())
        .map(finding::found)
        .orElse(finding);
  }

  private List<Finding> flyway(Optional<FlywayHistory> history) {
    return history.map(known -> known.compare(folder)).orElse(List.of()).stream()
        .map(
            standing ->
                placed(
                    Finding.error("flyway/" + standing.rule(), standing.script()),
                    script -> script.name().equals(standing.script())))
        .toList();
  }

  private Finding placed(Finding finding, Predicate<FolderScript> which) {
    return folder.scripts().stream()
        .filter(which)
        .findFirst()
        .map(script -> finding.at(Place.in(DisplayPath.from(here, script.file()))))
        .orElse(finding);
  }

  private static Optional<String> rule(PrismaMigration.State state) {
    return switch (state) {
      case APPLIED -> Optional.empty();
      case PENDING -> Optional.of("pending");
      case FAILED -> Optional.of("failed");
      case ROLLED_BACK -> Optional.of("rolled-back");
      case CHANGED -> Optional.of("changed");
      case MISSING -> Optional.of("missing");
    };
  }
}

package de.qapix.schema;

import de.qapix.finding.Finding;
import de.qapix.finding.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** What is not in order with a history that Prisma has written. */
final class PrismaFindings {

  private final MigrationFolder folder;
  private final Path here;

  PrismaFindings(MigrationFolder folder, Path here) {
    this.folder = folder;
    this.here = here;
  }

  /** Nothing where Prisma has never migrated that schema: it may have been made otherwise. */
  List<Finding> of(DSLContext db, String schema) {
    return ReadOnly.in(db, transaction -> PrismaHistory.read(transaction, schema))
        .map(history -> history.compare(folder))
        .orElse(List.of())
        .stream()
        .flatMap(migration -> of(migration).stream())
        .toList();
  }

  private Optional<Finding> of(PrismaMigration migration) {
    return rule(migration.state())
        .map(
            rule ->
                placed(
                    Finding.error("prisma/" + rule, migration.name())
                        .withArguments(migration.logs().orElse("")),
                    migration.name()));
  }

  private Finding placed(Finding finding, String name) {
    return folder.scripts().stream()
        .filter(script -> script.version().filter(name::equals).isPresent())
        .findFirst()
        .map(script -> finding.at(Place.in(Shown.from(here, script.file()))))
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

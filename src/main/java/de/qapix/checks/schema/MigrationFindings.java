package de.qapix.checks.schema;

import de.qapix.checks.finding.Finding;
import de.qapix.migrate.MigrationStatus;
import de.qapix.migrate.MigrationStatus.State;
import java.util.List;
import java.util.Optional;

/** What is not in order with a history of migrations. */
final class MigrationFindings {

  private MigrationFindings() {}

  static List<Finding> of(List<MigrationStatus> history) {
    return history.stream().flatMap(migration -> of(migration).stream()).toList();
  }

  private static Optional<Finding> of(MigrationStatus migration) {
    return rule(migration.state())
        .map(
            rule ->
                Finding.error("migration/" + rule, subject(migration))
                    .withArguments(migration.description()));
  }

  private static String subject(MigrationStatus migration) {
    return migration.version().isEmpty()
        ? "R__" + migration.description().replace(' ', '_')
        : "V" + migration.version() + "__" + migration.description().replace(' ', '_');
  }

  private static Optional<String> rule(State state) {
    return switch (state) {
      case APPLIED, DELETED -> Optional.empty();
      case PENDING -> Optional.of("pending");
      case SKIPPED -> Optional.of("out-of-order");
      case FAILED -> Optional.of("failed");
      case CHANGED -> Optional.of("changed");
      case MISSING -> Optional.of("missing");
      case NEWER -> Optional.of("newer");
    };
  }
}

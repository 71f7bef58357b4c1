package de.qapix.migrate;

import java.util.List;
import java.util.Optional;

/**
 * What migrate would run.
 *
 * @param createSchema the statement that comes first where our own schema does not exist yet
 * @param steps the pending migrations, in their order
 */
public record MigrationPlan(Optional<String> createSchema, List<Step> steps) {

  public MigrationPlan {
    steps = List.copyOf(steps);
  }

  /** One pending migration with its SQL, ready to be run. */
  public record Step(String version, String description, String sql) {}
}

package de.qapix.schema;

import java.util.List;

/**
 * What migrate would run.
 *
 * @param createsSchema whether our own schema comes first, as it does not exist yet
 * @param steps the pending migrations, in their order
 */
public record MigrationPlan(boolean createsSchema, List<Step> steps) {

  public MigrationPlan {
    steps = List.copyOf(steps);
  }

  /** One pending migration with its SQL, ready to be run. */
  public record Step(String version, String description, String sql) {}
}

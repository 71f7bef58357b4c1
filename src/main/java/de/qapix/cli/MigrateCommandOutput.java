package de.qapix.cli;

import de.qapix.schema.AppliedMigration;
import de.qapix.schema.MigrationPlan;
import de.qapix.schema.MigrationStatus;
import de.qapix.schema.RepairedMigration;
import de.qapix.schema.Validation;
import java.util.List;

/** Writes the results of migrate and its subcommands. */
interface MigrateCommandOutput {

  void applied(List<AppliedMigration> migrations);

  void planned(MigrationPlan plan);

  void status(List<MigrationStatus> migrations);

  void validated(Validation validation);

  void repaired(List<RepairedMigration> migrations);
}

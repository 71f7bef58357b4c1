package de.qapix.cli.migrate;

import de.qapix.migrate.AppliedMigration;
import de.qapix.migrate.MigrationPlan;
import de.qapix.migrate.MigrationStatus;
import de.qapix.migrate.RepairedMigration;
import de.qapix.migrate.Validation;
import java.util.List;

/** Writes the results of migrate and its subcommands. */
interface MigrateCommandOutput {

  void applied(List<AppliedMigration> migrations);

  void planned(MigrationPlan plan);

  void status(List<MigrationStatus> migrations);

  void validated(Validation validation);

  void repaired(List<RepairedMigration> migrations);
}

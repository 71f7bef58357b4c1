package de.qapix.cli.migrate;

import de.qapix.migrate.AppliedMigration;
import de.qapix.migrate.MigrationPlan;
import de.qapix.migrate.MigrationStatus;
import de.qapix.migrate.RepairedMigration;
import de.qapix.migrate.Validation;
import de.qapix.migrate.WriteTrial;
import java.util.List;
import java.util.Optional;

/** Writes the results of migrate and its subcommands. */
interface MigrateCommandOutput {

  /**
   * What was applied.
   *
   * @param trial what came of trying to write, where that was asked for
   */
  void applied(List<AppliedMigration> migrations, Optional<WriteTrial> trial);

  void planned(MigrationPlan plan);

  void status(List<MigrationStatus> migrations);

  void validated(Validation validation);

  void repaired(List<RepairedMigration> migrations);
}

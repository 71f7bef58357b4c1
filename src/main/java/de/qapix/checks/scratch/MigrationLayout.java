package de.qapix.checks.scratch;

import java.io.IOException;
import java.nio.file.Path;

/** A folder in which somebody's tool would find its migrations. */
sealed interface MigrationLayout
    permits DrizzleLayout,
        FlywayLayout,
        NumberedLayout,
        PrismaGraphLayout,
        PrismaLayout,
        SchemaFilesLayout,
        SingleFileLayout {

  /** One of its migrations. */
  Path example();

  /** Its migrations in the order in which the tool applies them to an empty database. */
  MigrationFolder read() throws IOException;
}

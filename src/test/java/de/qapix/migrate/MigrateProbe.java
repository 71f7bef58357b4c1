package de.qapix.migrate;

import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** Migrates in a process of its own, to be killed: the database of a URL, with one folder. */
final class MigrateProbe {

  private MigrateProbe() {}

  public static void main(String[] arguments) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(arguments[0]);
    new Migrations(source, "public", LockTimeouts.usual(), List.of(arguments[1]))
        .migrate(MigrationWatch.none());
  }
}

package de.qapix.checks.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** A project of Prisma 8 in a folder of its own, with migrations that Prisma itself has made. */
final class PrismaProject {

  private static final Path RESOURCES =
      Path.of("src/test/resources/de/qapix/checks/scratch/prisma-8");

  private final Path folder;

  private PrismaProject(Path folder) {
    this.folder = folder;
  }

  /** Three migrations in a row. */
  static PrismaProject linear(Path folder) throws IOException {
    return copy("linear", folder);
  }

  /** Two from one state, by two people, and for each one that leads to what both wanted. */
  static PrismaProject branches(Path folder) throws IOException {
    return copy("branches", folder);
  }

  private static PrismaProject copy(String name, Path folder) throws IOException {
    Path source = RESOURCES.resolve(name);
    try (Stream<Path> all = Files.walk(source)) {
      for (Path each : all.skip(1).toList()) {
        Files.copy(each, folder.resolve(source.relativize(each).toString()));
      }
    }
    return new PrismaProject(folder);
  }

  PrismaProject wanting(String state) throws IOException {
    Files.writeString(
        folder.resolve("contract.json"),
        "{\"target\": \"postgres\", \"storage\": {\"storageHash\": \"" + state + "\"}}");
    return this;
  }

  MigrationFolder read() {
    return FolderReader.read(folder, Map.of());
  }

  Path migration(String name) {
    return folder.resolve("migrations/app").resolve(name);
  }

  /** Edits {@code ops.json} of a migration. */
  PrismaProject edit(String name, String before, String after) throws IOException {
    Path file = migration(name).resolve("ops.json");
    String text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
    return this;
  }

  /** Has the hash of a migration counted anew, as running its {@code migration.ts} does. */
  PrismaProject compile(String name) throws IOException {
    PrismaPackage stale = PrismaPackage.read(migration(name));
    Path file = migration(name).resolve("migration.json");
    Files.writeString(file, Files.readString(file).replace(stale.hash(), stale.countedHash()));
    return this;
  }

  /** Makes Prisma's tables. */
  static void tables(DSLContext db) {
    db.execute(
        """
        create schema prisma_contract;
        create table prisma_contract.marker (space text primary key, core_hash text not null);
        create table prisma_contract.ledger (
          id bigserial, space text, migration_name text, migration_hash text, operations jsonb);
        """);
  }

  /** Writes down that the database has a state. */
  static void mark(DSLContext db, String state) {
    db.execute("insert into prisma_contract.marker values ('app', ?)", state);
  }

  /** Writes down that a migration has been applied as it is. */
  void record(DSLContext db, String name) throws IOException {
    PrismaPackage applied = PrismaPackage.read(migration(name));
    db.execute(
        "insert into prisma_contract.ledger (space, migration_name, migration_hash, operations)"
            + " values ('app', ?, ?, ?::jsonb)",
        name,
        applied.hash(),
        applied.text());
  }
}

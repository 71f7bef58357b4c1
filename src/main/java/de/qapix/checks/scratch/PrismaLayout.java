package de.qapix.checks.scratch;

import static de.qapix.checks.scratch.MigrationFolderException.Kind.EMPTY;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.NOT_POSTGRESQL;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.NO_SCRIPT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One folder for each migration, applied in the order of their names. */
final class PrismaLayout {

  private static final String SCRIPT = "migration.sql";
  private static final String LOCK = "migration_lock.toml";
  private static final Pattern PROVIDER =
      Pattern.compile("^\\s*provider\\s*=\\s*[\"']([^\"']*)[\"']", Pattern.MULTILINE);
  private static final Set<String> POSTGRESQL = Set.of("postgresql", "postgres");

  private final Path folder;
  private final List<Path> migrations;

  private PrismaLayout(Path folder, List<Path> migrations) {
    this.folder = folder;
    this.migrations = migrations;
  }

  /** The migrations in a folder, or in its folder {@code migrations}. */
  static PrismaLayout in(Path folder) throws IOException {
    Path below = folder.resolve("migrations");
    PrismaLayout own = new PrismaLayout(folder, folders(folder));
    return own.isThere() || !Files.isDirectory(below)
        ? own
        : new PrismaLayout(below, folders(below));
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparing(entry -> entry.getFileName().toString()))
          .toList();
    }
  }

  boolean isThere() {
    return Files.exists(folder.resolve(LOCK))
        || migrations.stream().anyMatch(migration -> Files.exists(migration.resolve(SCRIPT)));
  }

  List<FolderScript> scripts() throws IOException {
    requirePostgresql();
    if (migrations.isEmpty()) {
      throw new MigrationFolderException(EMPTY, folder, "");
    }
    List<FolderScript> scripts = new ArrayList<>();
    for (Path migration : migrations) {
      Path file = migration.resolve(SCRIPT);
      if (!Files.isRegularFile(file)) {
        throw new MigrationFolderException(NO_SCRIPT, migration, "");
      }
      Optional<String> name = Optional.of(migration.getFileName().toString());
      scripts.add(ScriptFile.read(folder, file, name, UnaryOperator.identity()));
    }
    return scripts;
  }

  private void requirePostgresql() throws IOException {
    Path lock = folder.resolve(LOCK);
    if (!Files.exists(lock)) {
      return;
    }
    Matcher provider = PROVIDER.matcher(ScriptFile.text(lock));
    if (provider.find() && !POSTGRESQL.contains(provider.group(1))) {
      throw new MigrationFolderException(NOT_POSTGRESQL, lock, provider.group(1));
    }
  }
}

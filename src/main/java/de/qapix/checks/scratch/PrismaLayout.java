package de.qapix.checks.scratch;

import static de.qapix.checks.scratch.MigrationFolderException.Kind.EMPTY;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.NOT_POSTGRESQL;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.NO_SQL;

import de.qapix.checks.scratch.MigrationFolder.Layout;
import de.qapix.checks.script.FolderScript;
import de.qapix.checks.script.Sending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of Prisma up to 7: a folder for each migration, applied in the order of their names. */
final class PrismaLayout implements MigrationLayout {

  private static final String SCRIPT = "migration.sql";
  private static final String LOCK = "migration_lock.toml";
  private static final Pattern PROVIDER =
      Pattern.compile("^\\s*provider\\s*=\\s*[\"']([^\"']*)[\"']", Pattern.MULTILINE);
  private static final Set<String> POSTGRESQL = Set.of("postgresql", "postgres");

  private final Path folder;
  private final Path place;
  private final List<Path> migrations;

  private PrismaLayout(Path folder, Path place, List<Path> migrations) {
    this.folder = folder;
    this.place = place;
    this.migrations = migrations;
  }

  static Optional<PrismaLayout> in(Path folder) throws IOException {
    for (Path place : FileOrder.places(folder)) {
      PrismaLayout prisma = new PrismaLayout(folder, place, folders(place));
      if (prisma.isThere()) {
        return Optional.of(prisma);
      }
    }
    return Optional.empty();
  }

  private static List<Path> folders(Path place) throws IOException {
    return FileOrder.entries(place).stream()
        .filter(Files::isDirectory)
        .filter(entry -> !FileOrder.name(entry).startsWith("."))
        .toList();
  }

  private boolean isThere() {
    return Files.exists(place.resolve(LOCK))
        || migrations.stream().anyMatch(PrismaLayout::hasScript);
  }

  private static boolean hasScript(Path migration) {
    return Files.isRegularFile(migration.resolve(SCRIPT));
  }

  @Override
  public Path example() {
    return migrations.stream()
        .filter(PrismaLayout::hasScript)
        .map(migration -> migration.resolve(SCRIPT))
        .findFirst()
        .orElseGet(() -> place.resolve(LOCK));
  }

  @Override
  public MigrationFolder read() throws IOException {
    requirePostgresql();
    List<FolderScript> scripts = new ArrayList<>();
    List<FolderNote> notes = new ArrayList<>();
    for (Path migration : migrations) {
      if (hasScript(migration)) {
        Optional<String> name = Optional.of(FileOrder.name(migration));
        scripts.add(
            ScriptFile.read(place, migration.resolve(SCRIPT), name, UnaryOperator.identity())
                .sent(Sending.ONE_QUERY));
      } else {
        notes.add(new FolderNote(FolderNote.Kind.NO_SCRIPT, migration, SCRIPT));
      }
    }
    if (scripts.isEmpty()) {
      throw new MigrationFolderException(migrations.isEmpty() ? EMPTY : NO_SQL, place, "");
    }
    return new MigrationFolder(folder, Layout.PRISMA, scripts, List.of(), notes);
  }

  private void requirePostgresql() throws IOException {
    Path lock = place.resolve(LOCK);
    if (!Files.exists(lock)) {
      return;
    }
    Matcher provider = PROVIDER.matcher(ScriptFile.text(lock));
    if (provider.find() && !POSTGRESQL.contains(provider.group(1))) {
      throw new MigrationFolderException(NOT_POSTGRESQL, lock, provider.group(1));
    }
  }
}

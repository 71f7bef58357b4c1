package de.qapix.checks.scratch;

import static de.qapix.checks.scratch.MigrationFolderException.Kind.NOT_POSTGRESQL;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.NO_FIELD;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.NO_FILE;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.NO_SQL;

import de.qapix.checks.scratch.MigrationFolder.Layout;
import de.qapix.checks.script.FolderScript;
import de.qapix.checks.script.Sending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Files in the order of {@code meta/_journal.json}. The lines between their statements are comments
 * to the server.
 */
final class DrizzleLayout implements MigrationLayout {

  private static final Set<String> POSTGRESQL = Set.of("postgresql", "postgres", "pg");
  private static final String DIALECT = "dialect";

  private final Path folder;
  private final Path place;
  private final Path journal;

  private DrizzleLayout(Path folder, Path place) {
    this.folder = folder;
    this.place = place;
    this.journal = journal(place);
  }

  static Optional<DrizzleLayout> in(Path folder) {
    return FileOrder.places(folder).stream()
        .filter(place -> Files.isRegularFile(journal(place)))
        .map(place -> new DrizzleLayout(folder, place))
        .findFirst();
  }

  private static Path journal(Path place) {
    return place.resolve("meta").resolve("_journal.json");
  }

  @Override
  public Path example() {
    return journal;
  }

  @Override
  public MigrationFolder read() throws IOException {
    JsonNode content = JsonFile.read(journal);
    String dialect = content.path(DIALECT).asString("");
    if (dialect.isEmpty()) {
      throw new MigrationFolderException(NO_FIELD, journal, DIALECT);
    }
    if (!POSTGRESQL.contains(dialect)) {
      throw new MigrationFolderException(NOT_POSTGRESQL, journal, dialect);
    }
    Map<Path, String> named = new LinkedHashMap<>();
    for (JsonNode entry : content.path("entries")) {
      Path file = place.resolve(entry.path("tag").asString("") + ".sql");
      named.put(file, String.valueOf(entry.path("when").asLong(0)));
    }
    List<Path> there = FileOrder.sql(place);
    return there.stream().noneMatch(named::containsKey)
        ? byNumber(there, named.keySet())
        : of(named, there);
  }

  private MigrationFolder of(Map<Path, String> named, List<Path> there) throws IOException {
    List<FolderScript> scripts = new ArrayList<>();
    for (Map.Entry<Path, String> entry : named.entrySet()) {
      Path file = entry.getKey();
      if (!there.contains(file)) {
        throw new MigrationFolderException(NO_FILE, journal, FileOrder.name(file));
      }
      scripts.add(
          ScriptFile.read(place, file, Optional.of(entry.getValue()), UnaryOperator.identity())
              .sent(Sending.SHARED_TRANSACTION));
    }
    List<Path> others = there.stream().filter(Predicate.not(named::containsKey)).toList();
    return new MigrationFolder(
        folder,
        Layout.DRIZZLE,
        scripts,
        others,
        others.stream()
            .map(file -> new FolderNote(FolderNote.Kind.NOT_IN_JOURNAL, file, ""))
            .toList());
  }

  /** Where the journal is of no use, as nobody keeps it any longer. */
  private MigrationFolder byNumber(List<Path> there, Collection<Path> named) throws IOException {
    List<FolderScript> scripts = new ArrayList<>();
    for (Path file :
        there.stream().filter(FileOrder::isNumbered).sorted(FileOrder.BY_NUMBER).toList()) {
      scripts.add(ScriptFile.numbered(place, file));
    }
    if (scripts.isEmpty()) {
      throw new MigrationFolderException(NO_SQL, place, "");
    }
    List<FolderNote> notes =
        named.stream()
            .limit(1)
            .map(FileOrder::name)
            .map(file -> new FolderNote(FolderNote.Kind.JOURNAL_OF_OTHERS, journal, file))
            .toList();
    return new MigrationFolder(folder, Layout.NUMBERED, scripts, List.of(), notes);
  }
}

package de.qapix.checks.scratch;

import static de.qapix.checks.scratch.MigrationFolderException.Kind.DUPLICATE;
import static de.qapix.checks.scratch.MigrationFolderException.Kind.NO_VERSION;

import de.qapix.checks.scratch.MigrationFolder.Layout;
import de.qapix.checks.script.FolderScript;
import de.qapix.checks.script.Sending;
import de.qapix.files.DisplayPath;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** Files that are named as Flyway wants it, at any depth. */
final class FlywayLayout implements MigrationLayout {

  private static final Pattern MIGRATION = Pattern.compile("([VBR])(.*?)__(.*)\\.sql");
  private static final Pattern SIMILAR =
      Pattern.compile(
          "(?i)[VBUR][^/]*__.*\\.(sql|java|kt|groovy|class)"
              + "|[VBU]\\d+.*\\.sql|(before|after)[A-Z]\\w*\\.sql");

  private static final Pattern JAVA = Pattern.compile("[VR].*__.*\\.(java|kt|groovy)");

  private final Path folder;
  private final List<Path> files;
  private final FlywayPlaceholders placeholders;
  private final boolean allowsMixed;

  private FlywayLayout(Path folder, List<Path> files, FlywayPlaceholders placeholders)
      throws IOException {
    this.folder = folder;
    this.files = files;
    this.placeholders = placeholders;
    this.allowsMixed = FlywayMixed.isAllowed(folder);
  }

  static Optional<FlywayLayout> in(Path folder, FlywayPlaceholders placeholders)
      throws IOException {
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> files =
          all.filter(file -> SIMILAR.matcher(name(file)).matches())
              .filter(Files::isRegularFile)
              .sorted(Comparator.comparing(DisplayPath::of))
              .toList();
      FlywayLayout layout = new FlywayLayout(folder, files, placeholders);
      return Optional.of(layout).filter(any -> any.migrations().findAny().isPresent());
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private Stream<Path> migrations() {
    return files.stream().filter(file -> MIGRATION.matcher(name(file)).matches());
  }

  @Override
  public Path example() {
    return migrations().findFirst().orElseThrow();
  }

  @Override
  public MigrationFolder read() throws IOException {
    List<FolderScript> migrations = scripts();
    List<FolderScript> scripts =
        new FlywayCallbacks(files, file -> script(file, Optional.empty())).around(migrations);
    Set<Path> applied = scripts.stream().map(FolderScript::file).collect(Collectors.toSet());
    return new MigrationFolder(
        folder,
        Layout.FLYWAY,
        scripts,
        files.stream().filter(Predicate.not(applied::contains)).toList(),
        notes(scripts));
  }

  private List<FolderNote> notes(List<FolderScript> scripts) throws IOException {
    List<FolderNote> notes = new ArrayList<>();
    for (FolderScript script : Set.copyOf(scripts)) {
      if (!allowsMixed && FlywayScriptSettings.of(script.file()).inTransaction().isEmpty()) {
        FlywayTransaction.mixed(script).ifPresent(notes::add);
      }
    }
    CodeMigrations.note(files, JAVA).ifPresent(notes::add);
    return notes;
  }

  /** The newest baseline in place of what is not newer, the other versions, the repeatable ones. */
  private List<FolderScript> scripts() throws IOException {
    NavigableMap<MigrationVersion, Path> baselines = versioned("B");
    NavigableMap<MigrationVersion, Path> order = versioned("V");
    if (!baselines.isEmpty()) {
      order.headMap(baselines.lastKey(), true).clear();
      order.put(baselines.lastKey(), baselines.lastEntry().getValue());
    }
    List<FolderScript> scripts = new ArrayList<>();
    for (Map.Entry<MigrationVersion, Path> entry : order.entrySet()) {
      scripts.add(script(entry.getValue(), Optional.of(entry.getKey().getVersion())));
    }
    for (Path file : repeatable().values()) {
      scripts.add(script(file, Optional.empty()));
    }
    return scripts;
  }

  private FolderScript script(Path file, Optional<String> version) throws IOException {
    FlywayScriptSettings settings = FlywayScriptSettings.of(file);
    FolderScript script =
        ScriptFile.read(
            folder,
            file,
            version,
            text -> settings.replacesPlaceholders() ? placeholders.resolve(text, file) : text);
    return settings
        .inTransaction()
        .map(within -> script.sent(within ? Sending.TRANSACTION : Sending.SINGLE_STATEMENTS))
        .orElseGet(() -> FlywayTransaction.decide(script));
  }

  private NavigableMap<MigrationVersion, Path> versioned(String prefix) {
    NavigableMap<MigrationVersion, Path> versions = new TreeMap<>();
    for (Path file : files) {
      Matcher migration = MIGRATION.matcher(name(file));
      if (migration.matches() && migration.group(1).equals(prefix)) {
        put(versions, version(file, migration.group(2)), file);
      }
    }
    return versions;
  }

  private static MigrationVersion version(Path file, String version) {
    try {
      if (!version.isEmpty()) {
        return MigrationVersion.fromVersion(version);
      }
    } catch (FlywayException unreadable) {
      throw new MigrationFolderException(NO_VERSION, file, version);
    }
    throw new MigrationFolderException(NO_VERSION, file, version);
  }

  /** By description, as Flyway orders them. */
  private Map<String, Path> repeatable() {
    Map<String, Path> repeatable = new TreeMap<>();
    for (Path file : files) {
      Matcher migration = MIGRATION.matcher(name(file));
      if (migration.matches() && migration.group(1).equals("R") && migration.group(2).isEmpty()) {
        put(repeatable, migration.group(3).replace('_', ' '), file);
      }
    }
    return repeatable;
  }

  private <K> void put(Map<K, Path> files, K key, Path file) {
    Path other = files.put(key, file);
    if (other != null) {
      throw new MigrationFolderException(DUPLICATE, file, DisplayPath.of(folder.relativize(other)));
    }
  }
}

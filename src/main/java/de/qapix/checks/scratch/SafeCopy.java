package de.qapix.checks.scratch;

import de.qapix.checks.script.FolderScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of a folder of migrations, in which some are others, each in one file or several. */
public final class SafeCopy {

  private static final Pattern FLYWAY = Pattern.compile("(V[0-9._]*[0-9])(__.*)");

  private final MigrationFolder folder;
  private final Map<Path, List<Path>> names = new HashMap<>();
  private final Map<Path, List<String>> parts = new HashMap<>();

  /**
   * @param safe by the files of the folder that are to be others, what they are to be
   */
  public SafeCopy(MigrationFolder folder, Map<String, List<String>> safe) {
    this.folder = folder;
    for (FolderScript script : folder.scripts()) {
      List<String> texts = safe.getOrDefault(script.file().toString(), List.of());
      if (!texts.isEmpty()) {
        parts.put(script.file(), texts);
        names.put(script.file(), names(script.file(), texts.size()));
      }
    }
  }

  /**
   * Why it cannot be made: the file whose successors would have no names, or whose text is not what
   * is sent.
   */
  public Optional<Path> obstacle() {
    boolean listed =
        folder.layout() == MigrationFolder.Layout.DRIZZLE
            || folder.layout() == MigrationFolder.Layout.PRISMA_8
            || folder.layout() == MigrationFolder.Layout.SINGLE_FILE;
    return folder.scripts().stream()
        .filter(script -> parts.containsKey(script.file()))
        .filter(script -> listed || !script.text().equals(script.sql()) || isTaken(script.file()))
        .map(FolderScript::file)
        .findFirst();
  }

  private boolean isTaken(Path file) {
    List<Path> own = names.get(file);
    return own.size() < parts.get(file).size()
        || own.stream().skip(1).anyMatch(name -> Files.exists(folder.folder().resolve(name)));
  }

  /** How many files there are instead of how many. */
  public int written() {
    return parts.values().stream().mapToInt(List::size).sum();
  }

  /** Writes it into a new folder. */
  public void write(Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder.folder())) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      if (!parts.containsKey(file)) {
        Path copy = target.resolve(folder.folder().relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    for (Map.Entry<Path, List<String>> one : parts.entrySet()) {
      for (int number = 0; number < one.getValue().size(); number++) {
        Path copy = target.resolve(names.get(one.getKey()).get(number).toString());
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, one.getValue().get(number));
      }
    }
  }

  /** Its own name, then those that its tool puts behind it and before the next one. */
  private List<Path> names(Path file, int count) {
    Path relative = folder.folder().relativize(file);
    List<Path> all = new ArrayList<>(List.of(relative));
    for (int number = 2; number <= count; number++) {
      name(relative, number).ifPresent(all::add);
    }
    return all;
  }

  private Optional<Path> name(Path file, int number) {
    if (folder.layout() == MigrationFolder.Layout.PRISMA) {
      Path own = file.getParent();
      return Optional.of(
          own.resolveSibling(FileOrder.name(own) + "_" + number).resolve(FileOrder.name(file)));
    }
    String name = FileOrder.name(file);
    if (folder.layout() == MigrationFolder.Layout.FLYWAY) {
      Matcher version = FLYWAY.matcher(name);
      return version.matches()
          ? Optional.of(
              file.resolveSibling(version.group(1) + "." + (number - 1) + version.group(2)))
          : Optional.empty();
    }
    return Optional.of(
        file.resolveSibling(name.replaceFirst("(?i)\\.sql$", "_" + number + ".sql")));
  }
}

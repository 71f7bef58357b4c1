package de.qapix.checks.scratch;

import de.qapix.checks.script.FolderScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scripts that Flyway runs at occasions: before and after all migrations, and each of them. */
final class FlywayCallbacks {

  private static final Pattern CALLBACK =
      Pattern.compile("((?:before|after)(?:Each)?Migrate)(?:__.*)?\\.sql");

  /** Reads a script. */
  @FunctionalInterface
  interface Reading {
    FolderScript of(Path file) throws IOException;
  }

  private final List<FolderScript> beforeAll;
  private final List<FolderScript> beforeEach;
  private final List<FolderScript> afterEach;
  private final List<FolderScript> afterAll;

  FlywayCallbacks(List<Path> files, Reading reading) throws IOException {
    beforeAll = of("beforeMigrate", files, reading);
    beforeEach = of("beforeEachMigrate", files, reading);
    afterEach = of("afterEachMigrate", files, reading);
    afterAll = of("afterMigrate", files, reading);
  }

  private static List<FolderScript> of(String occasion, List<Path> files, Reading reading)
      throws IOException {
    List<FolderScript> scripts = new ArrayList<>();
    for (Path file : files.stream().sorted(Comparator.comparing(FileOrder::name)).toList()) {
      Matcher name = CALLBACK.matcher(FileOrder.name(file));
      if (name.matches() && name.group(1).equals(occasion)) {
        scripts.add(reading.of(file).asCallback());
      }
    }
    return scripts;
  }

  /** The migrations with the scripts at their occasions. */
  List<FolderScript> around(List<FolderScript> migrations) {
    List<FolderScript> all = new ArrayList<>(beforeAll);
    for (FolderScript migration : migrations) {
      all.addAll(beforeEach);
      all.add(migration);
      all.addAll(afterEach);
    }
    all.addAll(afterAll);
    return all;
  }
}

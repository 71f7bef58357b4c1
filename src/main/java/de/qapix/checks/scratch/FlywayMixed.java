package de.qapix.checks.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a project's settings let Flyway apply scripts of which a part bears no transaction. */
final class FlywayMixed {

  private static final int LEVELS = 5;
  private static final Pattern SETTINGS =
      Pattern.compile(
          "flyway[\\w.-]*\\.(conf|toml)|application[\\w.-]*\\.(properties|ya?ml)"
              + "|pom\\.xml|build\\.gradle(\\.kts)?");

  /** As it is written in all of these. */
  private static final Pattern MIXED =
      Pattern.compile("(?m)^[^#\\n]*\\bmixed\\b[ \\t]*[=:>(]?[ \\t]*[\"\']?true\\b");

  private FlywayMixed() {}

  /** Looks in the folder itself and in those above it. */
  static boolean isAllowed(Path folder) throws IOException {
    Path place = folder.toAbsolutePath().normalize();
    for (int level = 0; level < LEVELS && place != null; level++) {
      if (isAllowedIn(place)) {
        return true;
      }
      place = place.getParent();
    }
    return false;
  }

  private static boolean isAllowedIn(Path place) throws IOException {
    List<Path> files =
        FileOrder.entries(place).stream()
            .filter(file -> SETTINGS.matcher(FileOrder.name(file)).matches())
            .filter(Files::isRegularFile)
            .toList();
    for (Path file : files) {
      if (MIXED.matcher(ScriptFile.text(file)).find()) {
        return true;
      }
    }
    return false;
  }
}

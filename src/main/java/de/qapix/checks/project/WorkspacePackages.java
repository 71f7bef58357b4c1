package de.qapix.checks.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.files.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Which packages of a repository use which, by what their {@code package.json} says. */
final class WorkspacePackages {

  private static final List<String> KINDS =
      List.of("dependencies", "devDependencies", "peerDependencies", "optionalDependencies");

  private final Map<Path, String> names = new LinkedHashMap<>();
  private final Map<Path, Set<String>> uses = new LinkedHashMap<>();

  private WorkspacePackages() {}

  /** One that cannot be read uses nothing and is used by none. */
  static WorkspacePackages read(Collection<Path> folders) {
    WorkspacePackages packages = new WorkspacePackages();
    folders.forEach(packages::read);
    return packages;
  }

  private void read(Path folder) {
    JsonNode description = description(folder.resolve("package.json"));
    names.put(folder, description.path("name").asString(""));
    Set<String> used = new HashSet<>();
    KINDS.forEach(kind -> used.addAll(description.path(kind).propertyNames()));
    uses.put(folder, used);
  }

  private static JsonNode description(Path file) {
    try {
      return JsonText.read(Files.readString(file, UTF_8));
    } catch (IOException | JacksonException unreadable) {
      return JsonText.object();
    }
  }

  /** A package and all that use it, be it through others. */
  Set<Path> usersOf(Path folder) {
    Set<Path> users = new TreeSet<>();
    Deque<Path> open = new ArrayDeque<>(List.of(folder));
    while (!open.isEmpty()) {
      Path next = open.pop();
      if (users.add(next)) {
        String name = names.getOrDefault(next, "");
        uses.forEach(
            (user, used) -> {
              if (used.contains(name)) {
                open.push(user);
              }
            });
      }
    }
    return users;
  }
}

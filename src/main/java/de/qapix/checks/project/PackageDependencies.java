package de.qapix.checks.project;

import de.qapix.files.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Which packages of a repository use which others, as their {@code package.json} says. */
final class PackageDependencies {

  private static final List<String> KEYS =
      List.of("dependencies", "devDependencies", "peerDependencies");

  private final Map<Path, String> names = new HashMap<>();
  private final Map<Path, Set<String>> used = new TreeMap<>();

  private PackageDependencies() {}

  /** Of packages, each given by its folder. What cannot be read uses nothing. */
  static PackageDependencies of(Collection<Path> packages) {
    PackageDependencies all = new PackageDependencies();
    packages.forEach(all::read);
    return all;
  }

  private void read(Path folder) {
    JsonNode manifest;
    try {
      manifest = JsonText.read(Files.readString(folder.resolve("package.json")));
    } catch (IOException | JacksonException unreadable) {
      return;
    }
    String name = manifest.path("name").asString("");
    if (!name.isEmpty()) {
      names.put(folder, name);
    }
    Set<String> uses = new TreeSet<>();
    KEYS.forEach(key -> uses.addAll(manifest.path(key).propertyNames()));
    used.put(folder, uses);
  }

  /** The packages that use one, in order. */
  List<Path> usersOf(Path folder) {
    String name = names.get(folder);
    return used.entrySet().stream()
        .filter(entry -> name != null && entry.getValue().contains(name))
        .map(Map.Entry::getKey)
        .toList();
  }
}

package de.qapix.checks.javascript;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the file that an import means, as a bundler does. */
final class ModulePaths {

  private static final List<String> ENDINGS =
      List.of("", ".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs");
  private static final List<String> INDEXES =
      ENDINGS.stream().skip(1).map(ending -> "index" + ending).toList();

  private final Sources sources;
  private final Map<Path, Optional<PathAliases>> aliases = new HashMap<>();

  ModulePaths(Sources sources) {
    this.sources = sources;
  }

  Optional<Path> find(Path importing, String name) {
    Path folder = importing.toAbsolutePath().getParent();
    try {
      if (name.startsWith(".")) {
        return existing(folder.resolve(name).normalize());
      }
      return aliases(folder).stream()
          .flatMap(known -> known.targets(name).stream())
          .flatMap(target -> existing(target).stream())
          .findFirst();
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /** Of the nearest tsconfig.json. */
  private Optional<PathAliases> aliases(Path folder) {
    if (folder == null) {
      return Optional.empty();
    }
    Optional<PathAliases> known = aliases.get(folder);
    if (known == null) {
      known = PathAliases.in(folder, sources).or(() -> aliases(folder.getParent()));
      aliases.put(folder, known);
    }
    return known;
  }

  private Optional<Path> existing(Path path) {
    Path fileName = path.getFileName();
    if (fileName == null) {
      return Optional.empty();
    }
    String file = fileName.toString();
    for (String ending : ENDINGS) {
      Path candidate = path.resolveSibling(file + ending);
      if (isSource(candidate) && exists(candidate)) {
        return Optional.of(candidate);
      }
    }
    if (file.endsWith("js") || file.endsWith("jsx")) {
      Path typed = path.resolveSibling(file.replaceFirst("js(x?)$", "ts$1"));
      return exists(typed)
          ? Optional.of(typed)
          : existing(path.resolveSibling(file.replaceFirst("\\.[cm]?jsx?$", "") + ".tsx"));
    }
    return INDEXES.stream().map(path::resolve).filter(this::exists).findFirst();
  }

  private static boolean isSource(Path path) {
    return path.toString().matches(".*\\.[cm]?[jt]sx?") || ComponentScripts.isComponent(path);
  }

  private boolean exists(Path path) {
    return sources.find(path).isPresent();
  }
}

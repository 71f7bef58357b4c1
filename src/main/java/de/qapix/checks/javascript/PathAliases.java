package de.qapix.checks.javascript;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code baseUrl} and {@code paths} of a tsconfig.json, by which imports can name files. */
final class PathAliases {

  private final Path base;
  private final boolean ofAll;
  private final Map<String, List<String>> paths;

  private PathAliases(Path base, boolean ofAll, Map<String, List<String>> paths) {
    this.base = base;
    this.ofAll = ofAll;
    this.paths = paths;
  }

  /** Those of the file in a folder. */
  static Optional<PathAliases> in(Path folder, Sources sources) {
    return CompilerOptions.in(folder, sources).map(PathAliases::of);
  }

  private static PathAliases of(CompilerOptions options) {
    Optional<String> base = options.texts(options.option("baseUrl")).stream().findFirst();
    Map<String, List<String>> paths = new LinkedHashMap<>();
    if (options.option("paths") instanceof Node.Properties properties) {
      properties
          .properties()
          .forEach((alias, property) -> paths.put(alias, options.texts(property.value())));
    }
    return new PathAliases(
        options.folder().resolve(base.orElse(".")).normalize(), base.isPresent(), paths);
  }

  /** The files that a name may stand for. */
  List<Path> targets(String name) {
    List<Path> targets = new ArrayList<>();
    paths.forEach(
        (alias, files) -> {
          int star = alias.indexOf('*');
          if (star < 0 ? alias.equals(name) : matches(alias, star, name)) {
            String middle =
                star < 0 ? "" : name.substring(star, name.length() - (alias.length() - star - 1));
            files.forEach(file -> targets.add(base.resolve(file.replace("*", middle)).normalize()));
          }
        });
    if (ofAll) {
      targets.add(base.resolve(name).normalize());
    }
    return targets;
  }

  private static boolean matches(String alias, int star, String name) {
    return name.length() >= alias.length() - 1
        && name.startsWith(alias.substring(0, star))
        && name.endsWith(alias.substring(star + 1));
  }
}

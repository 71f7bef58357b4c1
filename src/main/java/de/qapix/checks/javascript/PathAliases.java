package de.qapix.checks.javascript;

import de.qapix.checks.text.SourceText;
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

  /**
   * Those of the file in a folder. It is read as a JavaScript object, since it may hold comments.
   */
  static Optional<PathAliases> in(Path folder, Sources sources) {
    return sources
        .find(folder.resolve("tsconfig.json"))
        .or(() -> sources.find(folder.resolve("jsconfig.json")))
        .map(text -> read(folder, text));
  }

  private static PathAliases read(Path folder, SourceText text) {
    SourceText assigned =
        new SourceText(text.file(), "exports.config = " + text.text().replace("\ufeff", ""));
    ParsedFile module = Parser.parse(folder.resolve("tsconfig.js"), assigned);
    Node options = property(module.exports().get("config"), "compilerOptions");
    Optional<String> base = text(property(options, "baseUrl"), assigned);
    Map<String, List<String>> paths = new LinkedHashMap<>();
    if (property(options, "paths") instanceof Node.Properties properties) {
      properties
          .properties()
          .forEach((alias, property) -> paths.put(alias, texts(property.value(), assigned)));
    }
    return new PathAliases(folder.resolve(base.orElse(".")).normalize(), base.isPresent(), paths);
  }

  private static Node property(Node object, String name) {
    return object instanceof Node.Properties properties && properties.properties().containsKey(name)
        ? properties.properties().get(name).value()
        : null;
  }

  private static Optional<String> text(Node node, SourceText source) {
    return node instanceof Node.Text text
        ? Optional.of(UnescapedText.ofString(source, text.start(), text.end()).sql())
        : Optional.empty();
  }

  private static List<String> texts(Node node, SourceText source) {
    return node instanceof Node.Array array
        ? array.elements().stream().flatMap(element -> text(element, source).stream()).toList()
        : List.of();
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

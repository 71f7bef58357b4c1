package de.qapix.checks.javascript;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and parses the files that others import, each once as long as it is needed often. */
public final class Modules {

  private static final int KEPT = 200;
  private static final int DEEPEST = 12;

  /** An expression and the file in which it is exported. */
  public record Export(ParsedFile module, Node node) {}

  private final Sources sources;
  private final ModulePaths paths;
  private final Map<Path, Optional<ParsedFile>> parsed =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Optional<ParsedFile>> eldest) {
          return size() > KEPT;
        }
      };
  private final Map<List<Object>, Optional<Path>> found = new HashMap<>();

  public Modules(Sources sources) {
    this.sources = sources;
    this.paths = new ModulePaths(sources);
  }

  /** The file that a module calls by some name. */
  public Optional<ParsedFile> find(ParsedFile from, String name) {
    Path folder = from.path().getParent();
    Optional<Path> path =
        found.computeIfAbsent(
            List.of(String.valueOf(folder), name), key -> paths.find(from.path(), name));
    return path.flatMap(this::parsed);
  }

  private Optional<ParsedFile> parsed(Path path) {
    Optional<ParsedFile> known = parsed.get(path);
    if (known == null) {
      known = sources.find(path).map(source -> Parser.parse(path, source));
      parsed.put(path, known);
    }
    return known;
  }

  /** What a module exports under a name, wherever that is declared. */
  public Optional<Export> export(ParsedFile module, String name) {
    return export(module, name, DEEPEST);
  }

  private Optional<Export> export(ParsedFile module, String name, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    Node own = module.exports().get(name);
    if (own != null) {
      return Optional.of(new Export(module, own));
    }
    ParsedFile.Import passedOn = module.passedOn().get(name);
    if (passedOn != null) {
      return find(module, passedOn.file())
          .flatMap(other -> export(other, passedOn.name(), depth - 1));
    }
    if (module.scope().bindings().containsKey(name)) {
      return Optional.of(
          new Export(
              module, new Node.Name(name, module.scope(), Integer.MAX_VALUE, Integer.MAX_VALUE)));
    }
    return ofCommonJs(module, name).or(() -> fromOthers(module, name, depth));
  }

  private static Optional<Export> ofCommonJs(ParsedFile module, String name) {
    return module.exports().get("default") instanceof Node.Properties properties
            && properties.properties().containsKey(name)
        ? Optional.of(new Export(module, properties.properties().get(name).value()))
        : Optional.empty();
  }

  private Optional<Export> fromOthers(ParsedFile module, String name, int depth) {
    for (String file : module.allPassedOn()) {
      Optional<Export> export = find(module, file).flatMap(other -> export(other, name, depth - 1));
      if (export.isPresent()) {
        return export;
      }
    }
    return Optional.empty();
  }
}

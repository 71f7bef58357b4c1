package de.qapix.checks.javascript;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds and parses the files that others import, each once as long as it is needed often. */
public final class Modules {

  private static final int KEPT = 200;
  private static final int MOST_FILES = 2_000;

  /** An expression and the file in which it is exported. */
  public record Export(ParsedFile module, Node node) {}

  /** What a type is and the file in which that is declared. */
  public record ExportedType(ParsedFile module, Node.TypeText type) {}

  /** A name and the file in which it is declared, or looked for. */
  private record Declared(Path file, String name) {}

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
  private final Map<Path, ExportNames> names = new HashMap<>();
  private final Map<Declared, Optional<Declared>> places = new HashMap<>();
  private final Map<Path, Optional<Boolean>> strict = new HashMap<>();

  public Modules(Sources sources) {
    this.sources = sources;
    this.paths = new ModulePaths(sources);
  }

  /** The file that a module calls by some name. */
  public Optional<ParsedFile> find(ParsedFile from, String name) {
    return path(from.path(), name).flatMap(this::parsed);
  }

  private Optional<Path> path(Path from, String name) {
    return found.computeIfAbsent(
        List.of(String.valueOf(from.getParent()), name), key -> paths.find(from, name));
  }

  private Optional<ParsedFile> parsed(Path path) {
    Optional<ParsedFile> known = parsed.get(path);
    if (known == null) {
      known = sources.find(path).map(source -> Parser.parse(path, source));
      parsed.put(path, known);
    }
    return known;
  }

  /** Whether the compiler tells null from other values there; nothing where that is not known. */
  public Optional<Boolean> strictNulls(ParsedFile module) {
    return strictNulls(module.path().toAbsolutePath().getParent());
  }

  /** By the nearest tsconfig.json. */
  private Optional<Boolean> strictNulls(Path folder) {
    if (folder == null) {
      return Optional.empty();
    }
    Optional<Boolean> known = strict.get(folder);
    if (known == null) {
      Optional<CompilerOptions> own = CompilerOptions.in(folder, sources);
      known = own.isPresent() ? own.get().strictNulls(sources) : strictNulls(folder.getParent());
      strict.put(folder, known);
    }
    return known;
  }

  /** What a module exports under a name, wherever that is declared. */
  public Optional<Export> export(ParsedFile module, String name) {
    return declared(module, name)
        .flatMap(place -> parsed(module, place).flatMap(file -> export(file, place)));
  }

  /** The type that a module exports under a name, wherever that is declared. */
  public Optional<ExportedType> type(ParsedFile module, String name) {
    return declared(module, name)
        .flatMap(place -> parsed(module, place).flatMap(file -> ownType(file, place.name())));
  }

  private Optional<Declared> declared(ParsedFile module, String name) {
    names.computeIfAbsent(module.path(), path -> ExportNames.of(module));
    Declared start = new Declared(module.path(), name);
    Optional<Declared> declared = places.get(start);
    if (declared == null) {
      declared = search(start, new HashSet<>());
      places.put(start, declared);
    }
    return declared;
  }

  private Optional<ParsedFile> parsed(ParsedFile module, Declared place) {
    return place.file().equals(module.path()) ? Optional.of(module) : parsed(place.file());
  }

  /** Looks into the names that files export, and into each file once. */
  private Optional<Declared> search(Declared export, Set<Declared> seen) {
    if (!seen.add(export) || seen.size() > MOST_FILES) {
      return Optional.empty();
    }
    ExportNames exports = names(export.file());
    if (exports.own().contains(export.name())) {
      return Optional.of(export);
    }
    ParsedFile.Import passedOn = exports.passedOn().get(export.name());
    if (passedOn != null) {
      return path(export.file(), passedOn.file())
          .flatMap(other -> search(new Declared(other, passedOn.name()), seen));
    }
    for (String file : exports.allPassedOn()) {
      Optional<Declared> found =
          path(export.file(), file)
              .flatMap(other -> search(new Declared(other, export.name()), seen));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private ExportNames names(Path path) {
    ExportNames known = names.get(path);
    if (known == null) {
      known = parsed(path).map(ExportNames::of).orElse(ExportNames.NONE);
      names.put(path, known);
    }
    return known;
  }

  private static Optional<ExportedType> ownType(ParsedFile file, String exported) {
    String name = file.exports().get(exported) instanceof Node.Name inner ? inner.name() : exported;
    return Optional.ofNullable(file.scope().findType(name))
        .map(type -> new ExportedType(file, type));
  }

  private static Optional<Export> export(ParsedFile file, Declared declared) {
    String name = declared.name();
    Node own = file.exports().get(name);
    if (own != null) {
      return Optional.of(new Export(file, own));
    }
    if (file.scope().bindings().containsKey(name)) {
      return Optional.of(
          new Export(
              file, new Node.Name(name, file.scope(), Integer.MAX_VALUE, Integer.MAX_VALUE)));
    }
    return file.exports().get("default") instanceof Node.Properties properties
            && properties.properties().containsKey(name)
        ? Optional.of(new Export(file, properties.properties().get(name).value()))
        : Optional.empty();
  }
}

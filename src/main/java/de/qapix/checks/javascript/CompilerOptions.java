package de.qapix.checks.javascript;

import de.qapix.checks.text.SourceText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a tsconfig.json says. It is read as a JavaScript object, since it may hold comments. */
final class CompilerOptions {

  private static final int MOST_BASES = 10;

  private final Path folder;
  private final SourceText text;
  private final Node whole;

  private CompilerOptions(Path folder, SourceText text, Node whole) {
    this.folder = folder;
    this.text = text;
    this.whole = whole;
  }

  /** The file in a folder. */
  static Optional<CompilerOptions> in(Path folder, Sources sources) {
    return sources
        .find(folder.resolve("tsconfig.json"))
        .or(() -> sources.find(folder.resolve("jsconfig.json")))
        .map(text -> read(folder, text));
  }

  private static CompilerOptions read(Path folder, SourceText written) {
    SourceText assigned =
        new SourceText(written.file(), "exports.config = " + written.text().replace("\ufeff", ""));
    ParsedFile module = Parser.parse(folder.resolve("tsconfig.js"), assigned);
    return new CompilerOptions(folder, assigned, module.exports().get("config"));
  }

  Path folder() {
    return folder;
  }

  /** One of the options; null where it is not there. */
  Node option(String name) {
    return property(property(whole, "compilerOptions"), name);
  }

  /**
   * Whether null is told from other values; nothing where that is not said, or said in a package.
   */
  Optional<Boolean> strictNulls(Sources sources) {
    return strictNulls(sources, MOST_BASES);
  }

  private Optional<Boolean> strictNulls(Sources sources, int left) {
    Optional<Boolean> own = flag("strictNullChecks").or(() -> flag("strict"));
    List<String> bases = new ArrayList<>(texts(property(whole, "extends")));
    for (int last = bases.size() - 1; own.isEmpty() && last >= 0 && left > 0; last--) {
      own = base(bases.get(last), sources).flatMap(base -> base.strictNulls(sources, left - 1));
    }
    return own;
  }

  private Optional<Boolean> flag(String name) {
    return option(name) instanceof Node.Name value
        ? Optional.of(value.name().equals("true"))
        : Optional.empty();
  }

  private Optional<CompilerOptions> base(String name, Sources sources) {
    if (!name.startsWith(".")) {
      return Optional.empty();
    }
    try {
      Path file = folder.resolve(name.endsWith(".json") ? name : name + ".json").normalize();
      return sources.find(file).map(found -> read(file.getParent(), found));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static Node property(Node object, String name) {
    return object instanceof Node.Properties properties && properties.properties().containsKey(name)
        ? properties.properties().get(name).value()
        : null;
  }

  /** The texts of an array, or the one that stands there itself. */
  List<String> texts(Node node) {
    if (node instanceof Node.Text one) {
      return List.of(UnescapedText.ofString(text, one.start(), one.end()).sql());
    }
    return node instanceof Node.Array array
        ? array.elements().stream().flatMap(element -> texts(element).stream()).toList()
        : List.of();
  }
}

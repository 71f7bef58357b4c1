package de.qapix.checks.source;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Modules;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.text.Library;
import de.qapix.checks.text.Recipient;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Which client of which database a query is meant for. */
final class Libraries {

  private static final int FARTHEST = 5;

  private final ParsedFile module;
  private final Modules modules;
  private final Surroundings surroundings;
  private final Set<Library> imported = new LinkedHashSet<>();

  Libraries(ParsedFile module, Modules modules) {
    this.module = module;
    this.modules = modules;
    this.surroundings = new Surroundings(module, this::named);
    module.importedFiles().forEach(file -> ofFile(file).ifPresent(imported::add));
  }

  private static Optional<Library> ofFile(String file) {
    String name = file;
    while (Library.ofPackage(name).isEmpty() && name.lastIndexOf('/') > 0) {
      String rest = name.substring(name.lastIndexOf('/') + 1);
      if (name.startsWith("drizzle-orm/")) {
        return Optional.of(
            rest.contains("mysql") || rest.contains("planetscale")
                ? Library.MYSQL
                : rest.contains("sqlite") || rest.contains("libsql")
                    ? Library.SQLITE
                    : Library.DRIZZLE);
      }
      name = name.substring(0, name.lastIndexOf('/'));
    }
    return Library.ofPackage(name);
  }

  /**
   * The one whose function or tag it is, or that is named by what is around the text; else the only
   * one that the file imports, or that its path names.
   *
   * @param sender the function that sends the query, its tag, or null
   * @param text where its text is written
   */
  Optional<Library> of(Node sender, int text) {
    Optional<Library> named =
        sender == null ? Optional.empty() : byName(sender).or(() -> byRoot(sender));
    return named
        .or(() -> surroundings.otherDatabase(text))
        .or(() -> imported.size() == 1 ? Optional.of(imported.iterator().next()) : Optional.empty())
        .or(() -> Library.otherNamedInPath(module.source().file()));
  }

  /** The one whose function it is, as far as that is told by itself. */
  Optional<Library> of(Node.Call call) {
    return of(call.callee(), call.start());
  }

  /**
   * Whom a query is sent to.
   *
   * @param sender the function that sends it, its tag, or null
   * @param text where its text is written
   */
  Recipient recipient(Node sender, int text) {
    Optional<Library> library = of(sender, text);
    return sender == null
        ? new Recipient(library, "", false)
        : new Recipient(library, client(sender), library.isPresent());
  }

  /** Where the root of what sends is declared in the project, with its name. */
  private String client(Node sender) {
    Optional<Node.Name> root = SqlHints.root(sender);
    for (int i = 0; i < FARTHEST && root.isPresent(); i++) {
      Binding binding = root.get().scope().find(root.get().name());
      if (binding == null) {
        return "";
      }
      ParsedFile.Import file = module.imports().get(binding);
      if (file != null) {
        return client(file);
      }
      root = binding.initial() == null ? Optional.empty() : SqlHints.root(binding.initial());
    }
    return "";
  }

  private String client(ParsedFile.Import imported) {
    Optional<ParsedFile> file = modules.find(module, imported.file());
    if (file.isEmpty()) {
      return ofFile(imported.file()).isPresent() ? "" : imported.file() + "#" + imported.name();
    }
    return modules
            .export(file.get(), imported.name())
            .map(Modules.Export::module)
            .orElse(file.get())
            .source()
            .file()
        + "#"
        + imported.name();
  }

  private static Optional<Library> byName(Node sender) {
    String name = SqlHints.last(sender);
    boolean prisma =
        (name.startsWith("$") && SqlHints.sendsWhatever(name))
            || SqlHints.owner(sender).equals("Prisma");
    return prisma ? Optional.of(Library.PRISMA) : Optional.empty();
  }

  /**
   * By where its root comes from: an import, or what is made by something imported, perhaps in
   * another file.
   */
  private Optional<Library> byRoot(Node sender) {
    ParsedFile at = module;
    Optional<Library> named = namedBy(sender);
    Optional<Node.Name> root = SqlHints.root(sender);
    for (int i = 0; i < FARTHEST && root.isPresent(); i++) {
      Binding binding = root.get().scope().find(root.get().name());
      if (binding == null) {
        return named;
      }
      ParsedFile.Import file = at.imports().get(binding);
      if (file == null) {
        named = binding.initial() == null ? named : named.or(() -> namedBy(binding.initial()));
        root = binding.initial() == null ? Optional.empty() : SqlHints.root(binding.initial());
        continue;
      }
      Optional<Library> library = ofFile(file.file());
      if (library.isPresent()) {
        return library;
      }
      named = named.or(() -> Library.otherNamedInPath(file.file()));
      ParsedFile importing = at;
      Optional<Modules.Export> export =
          modules.find(importing, file.file()).flatMap(other -> modules.export(other, file.name()));
      at = export.map(Modules.Export::module).orElse(at);
      root = export.flatMap(found -> SqlHints.root(found.node()));
    }
    return named;
  }

  /** Which other database its names tell of. */
  private static Optional<Library> namedBy(Node node) {
    Node at = node;
    StringBuilder names = new StringBuilder();
    while (at instanceof Node.Call || at instanceof Node.Member) {
      names.append(at instanceof Node.Member member ? member.name() : "").append('.');
      at = at instanceof Node.Member member ? member.object() : ((Node.Call) at).callee();
    }
    names.append(at instanceof Node.Name name ? name.name() : "");
    return Library.otherNamedIn(names.toString());
  }

  /** The other database that a function belongs to. */
  private Optional<Library> named(Node function) {
    return byName(function).isPresent()
        ? Optional.empty()
        : byRoot(function).filter(Library::isOther);
  }
}

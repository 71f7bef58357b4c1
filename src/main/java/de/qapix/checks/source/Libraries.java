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
import java.util.regex.Pattern;

/** Which client of which database a query is meant for. */
final class Libraries {

  private static final int FARTHEST = 5;
  private static final Pattern RENAMING =
      Pattern.compile("(?i)transform|camel|snake|plugins|postProcess|interceptor");

  private final ParsedFile module;
  private final Modules modules;
  private final Surroundings surroundings;
  private final Set<Library> imported = new LinkedHashSet<>();

  Libraries(ParsedFile module, Modules modules) {
    this.module = module;
    this.modules = modules;
    this.surroundings = new Surroundings(module, this::other);
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
   */
  private Optional<Library> of(Node sender, Node text) {
    return named(sender)
        .or(() -> named(maker(text)))
        .or(() -> surroundings.otherDatabase(text.start()))
        .or(() -> imported.size() == 1 ? Optional.of(imported.iterator().next()) : Optional.empty())
        .or(() -> Library.otherNamedInPath(module.source().file()));
  }

  private Optional<Library> named(Node sender) {
    return sender == null ? Optional.empty() : byName(sender).or(() -> byRoot(sender));
  }

  /** What makes a text that is given to a function: {@code db.execute(sql`..`)}. */
  private static Node maker(Node text) {
    if (text instanceof Node.Call call) {
      return call.callee();
    }
    return text instanceof Node.Template template ? template.tag() : null;
  }

  /** The one whose function it is, as far as that is told by itself. */
  Optional<Library> of(Node.Call call) {
    return of(call.callee(), call);
  }

  /**
   * Whom a query is sent to.
   *
   * @param sender the function that sends it, its tag, or null
   */
  Recipient recipient(Node sender, Node text) {
    Optional<Library> library = of(sender, text);
    return sender == null
        ? Recipient.of(library, "", false)
        : Recipient.of(library, client(sender), library.isPresent());
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

  /**
   * Whether the file in which a client is made has to do with other names of columns, as {@code
   * transform: postgres.camel} and plugins have; also where that file is not known.
   */
  boolean mayRename(Node sender) {
    ParsedFile at = module;
    Optional<Node.Name> root = SqlHints.root(sender);
    for (int i = 0; i < FARTHEST && root.isPresent(); i++) {
      Binding binding = root.get().scope().find(root.get().name());
      if (binding == null || binding.isParameter()) {
        return true;
      }
      ParsedFile.Import file = at.imports().get(binding);
      if (file == null) {
        root = binding.initial() == null ? Optional.empty() : SqlHints.root(binding.initial());
        continue;
      }
      Optional<ParsedFile> other = modules.find(at, file.file());
      if (other.isEmpty()) {
        return ofFile(file.file()).isEmpty() || RENAMING.matcher(at.source().text()).find();
      }
      Optional<Modules.Export> export = modules.export(other.get(), file.name());
      at = export.map(Modules.Export::module).orElse(at);
      root = export.flatMap(found -> SqlHints.root(found.node()));
    }
    return true;
  }

  private static Optional<Library> byName(Node sender) {
    String name = SqlHints.last(sender);
    boolean prisma =
        (name.startsWith("$") && SqlHints.sendsWhatever(name))
            || SqlHints.owner(sender).equals("Prisma");
    return prisma && namedBy(sender).isEmpty() ? Optional.of(Library.PRISMA) : Optional.empty();
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
        root = i == 0 && root.get().name().equals("this") ? typeOfMember(sender) : origin(binding);
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

  /** What it is made by; where that is not written, the type that it has. */
  private static Optional<Node.Name> origin(Binding binding) {
    return binding.initial() == null ? binding.type() : SqlHints.root(binding.initial());
  }

  /** The type of {@code this.pool}, as its class declares it. */
  private static Optional<Node.Name> typeOfMember(Node sender) {
    Node at = sender;
    while (at instanceof Node.Member || at instanceof Node.Call) {
      Node inner = at instanceof Node.Member member ? member.object() : ((Node.Call) at).callee();
      if (inner instanceof Node.Name self && at instanceof Node.Member member) {
        return self.scope().find(self.name()).type(member.name());
      }
      at = inner;
    }
    return Optional.empty();
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
  private Optional<Library> other(Node function) {
    return byName(function).isPresent()
        ? Optional.empty()
        : byRoot(function).filter(Library::isOther);
  }
}

package de.qapix.checks.source;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Modules;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.text.Library;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Which client of which database a query is meant for. */
final class Libraries {

  private static final int FARTHEST = 5;

  private final ParsedFile module;
  private final Modules modules;
  private final Set<Library> imported = new LinkedHashSet<>();

  Libraries(ParsedFile module, Modules modules) {
    this.module = module;
    this.modules = modules;
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
   * The one whose function or tag it is; else the only one that the file imports.
   *
   * @param sender the function that sends the query, its tag, or null
   */
  Optional<Library> of(Node sender) {
    Optional<Library> named =
        sender == null ? Optional.empty() : byName(sender).or(() -> byRoot(sender));
    return named.or(
        () -> imported.size() == 1 ? Optional.of(imported.iterator().next()) : Optional.empty());
  }

  private static Optional<Library> byName(Node sender) {
    String name = SqlHints.last(sender);
    boolean prisma =
        name.startsWith("$query")
            || name.startsWith("$execute")
            || SqlHints.owner(sender).equals("Prisma");
    return prisma ? Optional.of(Library.PRISMA) : Optional.empty();
  }

  /**
   * By where its root comes from: an import, or what is made by something imported, perhaps in
   * another file.
   */
  private Optional<Library> byRoot(Node sender) {
    ParsedFile at = module;
    Optional<Node.Name> root = SqlHints.root(sender);
    for (int i = 0; i < FARTHEST && root.isPresent(); i++) {
      Binding binding = root.get().scope().find(root.get().name());
      if (binding == null) {
        return Optional.empty();
      }
      ParsedFile.Import file = at.imports().get(binding);
      if (file == null) {
        root = binding.initial() == null ? Optional.empty() : SqlHints.root(binding.initial());
        continue;
      }
      Optional<Library> library = ofFile(file.file());
      if (library.isPresent()) {
        return library;
      }
      ParsedFile importing = at;
      Optional<Modules.Export> export =
          modules.find(importing, file.file()).flatMap(other -> modules.export(other, file.name()));
      at = export.map(Modules.Export::module).orElse(at);
      root = export.flatMap(found -> SqlHints.root(found.node()));
    }
    return Optional.empty();
  }
}

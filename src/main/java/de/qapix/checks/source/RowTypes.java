package de.qapix.checks.source;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Modules;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.text.Library;
import de.qapix.checks.text.RowType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * What the types that are given to a function or a tag say of the rows, which depends on whose it
 * is.
 */
final class RowTypes {

  private static final Set<String> RUNNING = Set.of("execute", "compile");

  private final ParsedFile file;
  private final Modules modules;
  private final ObjectTypes objects;
  private Set<Node> run;

  RowTypes(ParsedFile file, Modules modules) {
    this.file = file;
    this.modules = modules;
    this.objects = new ObjectTypes(modules);
  }

  /**
   * What is said of the rows of a query.
   *
   * @param site the call or the template that may have types
   * @param sender the function or tag
   */
  Optional<RowType> of(
      ParsedFile.Site site, Node sender, Optional<Library> library, Libraries libraries) {
    if (site.types() == null || sender == null || library.isEmpty()) {
      return Optional.empty();
    }
    ObjectTypes.Located given = objects.firstGiven(file, site.types());
    return row(given, site.node(), SqlHints.last(sender), library.get())
        .map(found -> objects.properties(found, isStrict()))
        .filter(properties -> !properties.isEmpty())
        .map(
            properties ->
                new RowType(properties, isRenaming(library.get()) && libraries.mayRename(sender)));
  }

  private Optional<ObjectTypes.Located> row(
      ObjectTypes.Located given, Node node, String function, Library library) {
    return switch (library) {
      case PRISMA -> function.startsWith("$queryRaw") ? objects.element(given) : Optional.empty();
      case POSTGRES_JS, TYPEORM -> objects.element(given);
      case KYSELY -> isRun(node) ? Optional.of(given) : Optional.empty();
      case DRIZZLE -> function.equals("execute") ? rowOf(given) : Optional.empty();
      case PG, NEON, VERCEL, SLONIK, SEQUELIZE -> rowOf(given);
      case KNEX -> objects.element(given, "rows");
      default -> Optional.empty();
    };
  }

  /** Where the compiler's options are not known, somebody who writes null knows why. */
  private boolean isStrict() {
    return modules.strictNulls(file).orElseGet(() -> file.source().text().contains("| null"));
  }

  /** The types differ in whether they mean all rows, each of them, or the whole answer. */
  private Optional<ObjectTypes.Located> rowOf(ObjectTypes.Located given) {
    return objects
        .element(given)
        .or(() -> objects.element(given, "rows"))
        .or(() -> Optional.of(given));
  }

  private static boolean isRenaming(Library library) {
    return switch (library) {
      case PRISMA, DRIZZLE, TYPEORM -> false;
      default -> true;
    };
  }

  /** Whether a template is a query of its own, and no piece of another one. */
  private boolean isRun(Node template) {
    if (run == null) {
      run = Collections.newSetFromMap(new IdentityHashMap<>());
      file.calls().forEach(this::look);
    }
    return run.contains(template);
  }

  private void look(ParsedFile.Site site) {
    if (((Node.Call) site.node()).callee() instanceof Node.Member member
        && RUNNING.contains(member.name())) {
      Node object = member.object();
      if (object instanceof Node.Name name) {
        Binding binding = name.scope().find(name.name());
        object = binding == null || binding.initial() == null ? object : binding.initial();
      }
      run.add(object);
    }
  }
}

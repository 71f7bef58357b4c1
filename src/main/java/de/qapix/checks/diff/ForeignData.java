package de.qapix.checks.diff;

import de.qapix.catalog.SchemaObject;
import java.util.Optional;
import java.util.stream.Stream;

/** Foreign-data wrappers, servers and user mappings. */
final class ForeignData {

  /** What is told instead of a password. */
  private static final String SECRET = "***";

  private ForeignData() {}

  static Change create(SchemaObject object) {
    Optional<String> options = object.trait("options");
    if (options.filter(text -> text.contains(SECRET)).isPresent()) {
      return Change.byHand(object.name(), "new user mapping");
    }
    String definition = object.trait("definition").map(text -> " " + text).orElse("");
    return Change.safe(
        "create "
            + Drops.target(object)
            + switch (object.name().kind()) {
              case SERVER -> server(object, definition);
              default -> definition;
            }
            + OptionList.clause(options));
  }

  private static String server(SchemaObject server, String definition) {
    String version = server.trait("version").map(text -> " version " + text).orElse("");
    int wrapper = definition.indexOf(" foreign data wrapper ");
    return definition.substring(0, wrapper) + version + definition.substring(wrapper);
  }

  static Stream<DiffStep> steps(SchemaObject from, SchemaObject to, String trait) {
    return switch (trait) {
      case "options" ->
          to.trait(trait).filter(text -> text.contains(SECRET)).isPresent()
              ? Stream.of(DiffStep.byHand(to, trait))
              : altered(to, OptionList.change(from.trait(trait), to.trait(trait)));
      case "version" -> altered(to, " version " + to.trait(trait).orElse("''"));
      case "definition" -> altered(to, " " + to.trait(trait).orElseThrow());
      default -> Stream.of(DiffStep.byHand(to, trait));
    };
  }

  private static Stream<DiffStep> altered(SchemaObject object, String action) {
    return Stream.of(
        DiffStep.altering(object, action, Change.safe("alter " + Drops.target(object) + action)));
  }
}

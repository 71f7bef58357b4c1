package de.qapix.checks.diff;

import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The statements that set comments. */
final class Comments {

  static final String CHECKS = "check comments";
  static final String ATTRIBUTES = "attribute comments";

  private static final Pattern PART =
      Pattern.compile("(\"(?:[^\"]|\"\")+\"|[^\\s\":]+): (E?'(?:[^']|'')*')(?:\n|$)");

  private Comments() {}

  /** The comment of a new object, where it has one. */
  static Stream<DiffStep> ofNew(SchemaObject object) {
    return object.trait("comment").isPresent() ? Stream.of(step(object)) : Stream.empty();
  }

  static DiffStep step(SchemaObject object) {
    Optional<String> comment = object.trait("comment");
    String sql =
        "comment on " + target(object) + " is " + comment.map(ObjectSql::literal).orElse("null");
    return DiffStep.altering(object, "", Change.safe(sql)).at(DiffStep.Rank.COMMENT);
  }

  private static String target(SchemaObject object) {
    ObjectName name = object.name();
    return switch (name.kind()) {
      case CONSTRAINT, TRIGGER, POLICY, RULE ->
          name.kind().word() + " " + name.name() + " on " + name.parent().sql();
      case COLUMN -> "column " + name.sql();
      default -> Drops.target(object);
    };
  }

  /**
   * Comments on the parts of a type: the checks of a domain, the attributes of a composite type.
   */
  static Stream<DiffStep> ofParts(SchemaObject from, SchemaObject to, String trait) {
    Map<String, String> old = comments(from, trait);
    Map<String, String> fresh = comments(to, trait);
    Set<String> parts = new TreeSet<>(old.keySet());
    parts.addAll(fresh.keySet());
    return parts.stream()
        .filter(part -> !fresh.getOrDefault(part, "").equals(old.get(part)))
        .map(
            part ->
                DiffStep.altering(
                        to,
                        "",
                        Change.safe(
                            "comment on "
                                + partOf(to, trait, part)
                                + " is "
                                + fresh.getOrDefault(part, "null")))
                    .at(DiffStep.Rank.COMMENT));
  }

  private static String partOf(SchemaObject type, String trait, String part) {
    return trait.equals(CHECKS)
        ? "constraint " + part + " on domain " + type.name().sql()
        : "column " + type.name().sql() + "." + part;
  }

  private static Map<String, String> comments(SchemaObject type, String trait) {
    Map<String, String> comments = new LinkedHashMap<>();
    Matcher matcher = PART.matcher(type.trait(trait).orElse(""));
    while (matcher.find()) {
      comments.put(matcher.group(1), matcher.group(2));
    }
    return comments;
  }
}

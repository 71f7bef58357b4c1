package de.qapix.checks.diff;

import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import java.util.Optional;
import java.util.stream.Stream;

/** The statements that set comments. */
final class Comments {

  private Comments() {}

  /** The comment of a new object, where it has one. */
  static Stream<DiffStep> ofNew(SchemaObject object) {
    return object.trait("comment").isPresent() ? Stream.of(step(object)) : Stream.empty();
  }

  static DiffStep step(SchemaObject object) {
    Optional<String> comment = object.trait("comment");
    String sql =
        "comment on " + target(object) + " is " + comment.map(Comments::literal).orElse("null");
    return DiffStep.altering(object, "", Change.safe(sql)).at(DiffStep.Rank.COMMENT);
  }

  private static String literal(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
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
}

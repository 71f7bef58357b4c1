package de.qapix.checks.diff;

import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.SchemaObject;
import de.qapix.sql.Keywords;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names that the server finds for the indexes and keys of partitions. */
final class ServerNames {

  private static final int LONGEST = 63;
  private static final Pattern PLAIN_COLUMNS =
      Pattern.compile("\\(([\\w\", ]+)\\)(?: INCLUDE \\(([\\w\", ]+)\\))?$");

  private ServerNames() {}

  /** Whether an index or key of a partition bears a name that the server would not have found. */
  static boolean isNamedByHand(SchemaObject part) {
    String name = Keywords.unquoted(part.name().name()).replaceAll("\\d+$", "");
    return expected(part)
        .filter(expected -> expected.length() <= LONGEST)
        .filter(expected -> !expected.equals(name))
        .isPresent();
  }

  private static Optional<String> expected(SchemaObject part) {
    String table = Keywords.unquoted(part.name().table());
    if (part.name().kind() == ObjectKind.INDEX) {
      return columns(part).map(columns -> table + "_" + columns + "_idx");
    }
    return switch (part.trait("type").orElse("")) {
      case "primary key" -> Optional.of(table + "_pkey");
      case "unique" -> columns(part).map(columns -> table + "_" + columns + "_key");
      default -> Optional.empty();
    };
  }

  private static Optional<String> columns(SchemaObject part) {
    Matcher columns = PLAIN_COLUMNS.matcher(part.trait("definition").orElse(""));
    return columns.find()
        ? Optional.of(
            Pattern.compile(", ")
                .splitAsStream(
                    columns.group(1) + (columns.group(2) == null ? "" : ", " + columns.group(2)))
                .map(column -> Keywords.unquoted(column.replaceAll(" .*", "")))
                .collect(Collectors.joining("_")))
        : Optional.empty();
  }
}

package de.qapix.catalog;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which objects an SQL text names. The server writes each with its schema, except in strings. */
public final class ObjectReferences {

  private static final Pattern IDENTIFIER =
      Pattern.compile("\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*");
  private static final Pattern OPERATOR = Pattern.compile("[-+*/<>=~!@#%^&|`?]+");
  private static final Pattern FIRST_OF_TWO =
      Pattern.compile("(" + IDENTIFIER + ")\\.(?=(" + IDENTIFIER + "|" + OPERATOR + "))");

  private ObjectReferences() {}

  /** All names of a schema and something in it, as they are written. */
  public static Set<String> of(String text) {
    Set<String> names = new HashSet<>();
    Matcher matcher = FIRST_OF_TWO.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1) + "." + matcher.group(2));
    }
    return names;
  }

  /** Whether this column may be meant somewhere in the text. */
  public static boolean ofColumn(String text, String column) {
    return text.contains(".*")
        || IDENTIFIER
            .matcher(text)
            .results()
            .map(result -> result.group())
            .collect(toSet())
            .contains(column);
  }

  /** How texts name that object: without arguments or access method. */
  public static String key(ObjectName name) {
    String sql = name.sql();
    return switch (name.kind()) {
      case FUNCTION -> sql.substring(0, sql.lastIndexOf('('));
      case OPERATOR -> sql.substring(0, sql.lastIndexOf(" ("));
      case OPERATOR_FAMILY, OPERATOR_CLASS -> sql.substring(0, sql.lastIndexOf(" using "));
      default -> sql;
    };
  }
}

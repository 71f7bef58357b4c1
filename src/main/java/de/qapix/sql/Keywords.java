package de.qapix.sql;

import static java.util.stream.Collectors.toUnmodifiableMap;

import de.qapix.files.ResourceText;
import java.util.Map;
import java.util.Set;

/** The keywords of SQL, as the server that was there at build time tells them. */
public final class Keywords {

  /** What else each can be: U anything, C not a function, T a function or a type, R nothing. */
  private static final Map<String, String> ALL =
      ResourceText.read(Keywords.class, "keywords.txt")
          .lines()
          .collect(
              toUnmodifiableMap(
                  line -> line.substring(0, line.indexOf(' ')),
                  line -> line.substring(line.indexOf(' ') + 1)));

  private static final Set<String> BEFORE_OPERANDS =
      Set.of(
          """
          select where and or not on having in like ilike between limit offset values set then
          else when case by any all returning distinct fetch first next from is to escape some
          array over using with interval default call zone similar join into update union except
          intersect filter within row\
          """
              .split("\\s", -1));

  private Keywords() {}

  /** Whether the grammar knows a word, given in lower case. */
  public static boolean contain(String word) {
    return ALL.containsKey(word);
  }

  /** Whether a word cannot be the name of a table or column without quotes. */
  public static boolean isReserved(String word) {
    return "TR".contains(ALL.getOrDefault(word, "U"));
  }

  /** Whether a value, column or table comes behind a word, and no operator. */
  public static boolean expectOperand(String word) {
    return BEFORE_OPERANDS.contains(word);
  }

  /** A name as it must be written in SQL, with quotes only where it needs them. */
  public static String quoted(String name) {
    boolean plain = name.matches("[a-z_][a-z0-9_]*") && "U".equals(ALL.getOrDefault(name, "U"));
    return plain ? name : inQuotes(name);
  }

  /** A name in quotes. */
  public static String inQuotes(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A name that is written as the server does, with quotes where it needs them, without these. */
  public static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}

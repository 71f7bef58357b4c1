package de.qapix.checks.lint;

import de.qapix.sql.Words;
import java.util.ArrayList;
import java.util.List;

/** Lists of names, as DROP and TRUNCATE take them. */
final class NameList {

  static List<String> behind(Words words) {
    List<String> names = new ArrayList<>();
    words.accept("if", "exists");
    do {
      words.accept("only");
      words.name().ifPresent(names::add);
      words.acceptSymbol('*');
    } while (words.acceptSymbol(','));
    return names;
  }

  private NameList() {}
}

package de.qapix.checks.lint;

import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;

/** Lists of names, as DROP and TRUNCATE take them. */
final class NameList {

  static List<String> behind(SqlTokens words) {
    List<String> names = new ArrayList<>();
    words.accept("if", "exists");
    do {
      words.accept("only");
      words.takeName().ifPresent(names::add);
      words.acceptSymbol('*');
    } while (words.acceptSymbol(','));
    return names;
  }

  private NameList() {}
}

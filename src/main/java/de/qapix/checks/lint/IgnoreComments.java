package de.qapix.checks.lint;

import de.qapix.sql.SqlLexer;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ignore comments of a script, and which of them are of use. */
final class IgnoreComments {

  private final List<IgnoreComment> all;
  private final Map<IgnoreComment, Set<Rule>> used = new HashMap<>();

  IgnoreComments(String text, List<SqlStatement> statements) {
    this.all =
        SqlLexer.tokens(text).stream()
            .filter(token -> token.kind() == Token.Kind.COMMENT)
            .flatMap(comment -> IgnoreComment.of(comment, text, statements).stream())
            .toList();
  }

  boolean cover(SqlStatement statement, Rule rule) {
    List<IgnoreComment> covering =
        all.stream().filter(ignore -> ignore.covers(statement, rule)).toList();
    covering.forEach(ignore -> used.computeIfAbsent(ignore, any -> new HashSet<>()).add(rule));
    return !covering.isEmpty();
  }

  /** What of a comment accepts nothing. Names of rules that are off or not ours are left alone. */
  List<String> unused(IgnoreComment ignore, Set<Rule> rules) {
    Set<Rule> found = used.getOrDefault(ignore, Set.of());
    if (ignore.rules().isEmpty()) {
      return found.isEmpty() && ignore.statement().isPresent() ? List.of("*") : List.of();
    }
    return ignore.rules().stream()
        .filter(name -> Rule.find(name).filter(rules::contains).isPresent())
        .filter(name -> !found.contains(Rule.find(name).get()))
        .distinct()
        .toList();
  }

  List<IgnoreComment> all() {
    return all;
  }
}

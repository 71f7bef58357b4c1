package de.qapix.checks.lint;

import de.qapix.sql.SqlStatement;
import de.qapix.sql.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that accepts what a statement, or a whole file, breaks.
 *
 * @param statement the one that it is about; empty for the file
 * @param rules their names; none for all
 */
record IgnoreComment(Token comment, Optional<SqlStatement> statement, List<String> rules) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:--|/\\*)\\s*(?:squawk|qapix)-ignore(-file)?(?![\\w-])([^*]*)(?:\\*/)?\\s*");

  static Optional<IgnoreComment> of(Token comment, String text, List<SqlStatement> statements) {
    Matcher form = FORM.matcher(comment.text());
    if (!form.matches()) {
      return Optional.empty();
    }
    List<String> rules =
        Arrays.stream(form.group(2).split("[,\\s:]+"))
            .map(name -> name.startsWith("lint/") ? name.substring("lint/".length()) : name)
            .filter(name -> !name.isEmpty())
            .toList();
    if (form.group(1) != null) {
      return Optional.of(new IgnoreComment(comment, Optional.empty(), rules));
    }
    return meant(comment, text, statements)
        .map(statement -> new IgnoreComment(comment, Optional.of(statement), rules));
  }

  /** The statement that ends on its line or goes on behind it, else the next one. */
  private static Optional<SqlStatement> meant(
      Token comment, String text, List<SqlStatement> statements) {
    Optional<SqlStatement> before =
        statements.stream()
            .filter(statement -> statement.offset() < comment.offset())
            .reduce((earlier, later) -> later)
            .filter(
                statement -> {
                  int end = statement.offset() + statement.text().length();
                  return end > comment.offset()
                      || text.substring(end, comment.offset()).indexOf('\n') < 0;
                });
    return before.or(
        () ->
            statements.stream()
                .filter(statement -> statement.offset() > comment.offset())
                .findFirst());
  }

  boolean covers(SqlStatement other, Rule rule) {
    boolean here = statement.filter(own -> own.offset() != other.offset()).isEmpty();
    return here && (rules.isEmpty() || rules.contains(rule.word()));
  }
}

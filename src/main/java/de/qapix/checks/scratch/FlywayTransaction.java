package de.qapix.checks.scratch;

import de.qapix.checks.script.FolderScript;
import de.qapix.checks.script.Sending;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlStatements;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which statements Flyway itself holds for such that bear no transaction. A script with one of them
 * runs without; one that has others, too, is refused unless that is allowed.
 */
final class FlywayTransaction {

  /** To read the statements of each script would take longer than anything else of it. */
  private static final Pattern WORTH_READING =
      Pattern.compile(
          "\\b(concurrently|vacuum|reindex|database|tablespace|subscription|system|discard)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final int WORDS = 4;

  private FlywayTransaction() {}

  /** The script as Flyway sends it, unless its own settings say otherwise. */
  static FolderScript decide(FolderScript script) {
    boolean without = statements(script).stream().anyMatch(FlywayTransaction::bearsNone);
    return script.sent(without ? Sending.SINGLE_STATEMENTS : Sending.TRANSACTION);
  }

  /** Why Flyway refuses a script that has both. */
  static Optional<FolderNote> mixed(FolderScript script) {
    List<SqlStatement> statements = statements(script);
    Optional<SqlStatement> first =
        statements.stream().filter(FlywayTransaction::bearsNone).findFirst();
    boolean others = statements.stream().anyMatch(Predicate.not(FlywayTransaction::bearsNone));
    return first
        .filter(found -> others)
        .map(
            found ->
                new FolderNote(
                    FolderNote.Kind.MIXED_TRANSACTION,
                    script.file(),
                    heading(found),
                    found.line()));
  }

  private static List<SqlStatement> statements(FolderScript script) {
    return WORTH_READING.matcher(script.sql()).find() ? SqlStatements.of(script.sql()) : List.of();
  }

  private static boolean bearsNone(SqlStatement statement) {
    SqlTokens words = new SqlTokens(statement.tokens());
    if (words.is(0, "create", "drop")) {
      int index = words.is(1, "unique") ? 2 : 1;
      boolean concurrent = words.is(index, "index") && words.is(index + 1, "concurrently");
      return concurrent || words.is(1, "database", "tablespace", "subscription");
    }
    if (words.is(0, "reindex")) {
      return words.is(words.is(1, "verbose") ? 2 : 1, "schema", "database", "system");
    }
    return words.is(0, "vacuum")
        || (words.is(0, "alter") && words.is(1, "system"))
        || (words.is(0, "discard") && words.is(1, "all"));
  }

  private static String heading(SqlStatement statement) {
    return statement.tokens().stream()
        .limit(WORDS)
        .takeWhile(Token::isName)
        .map(Token::text)
        .collect(Collectors.joining(" "));
  }
}

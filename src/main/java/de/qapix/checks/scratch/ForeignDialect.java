package de.qapix.checks.scratch;

import de.qapix.sql.SqlTokens;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what makes tables of another database system by words that PostgreSQL has no use for. */
final class ForeignDialect {

  /** To read the tokens of each script would take longer than anything else of it. */
  private static final Pattern WORTH_READING =
      Pattern.compile(
          "MergeTree|LowCardinality|\\bInnoDB\\b|\\bMyISAM\\b|\\bAUTO_?INCREMENT\\b|\\b(table|exists|into)\\s+`",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CLICKHOUSE = Pattern.compile("(?i).*MergeTree");

  private ForeignDialect() {}

  /** What that system is called; empty where nothing tells. */
  static Optional<String> of(String sql) {
    if (!WORTH_READING.matcher(sql).find()) {
      return Optional.empty();
    }
    SqlTokens tokens = SqlTokens.of(sql);
    for (int at = 0; at < tokens.size(); at++) {
      Optional<String> system = at(tokens, at);
      if (system.isPresent()) {
        return system;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> at(SqlTokens tokens, int at) {
    if (tokens.isSymbol(at, '`') && tokens.is(at - 1, "table", "exists", "into")) {
      return Optional.of("MySQL");
    }
    if (tokens.is(at, "lowcardinality") && tokens.isOpen(at + 1)) {
      return Optional.of("ClickHouse");
    }
    if (tokens.is(at, "auto_increment")) {
      return Optional.of("MySQL");
    }
    if (tokens.is(at, "autoincrement")) {
      return Optional.of("SQLite");
    }
    if (!tokens.is(at, "engine")) {
      return Optional.empty();
    }
    int name = tokens.isSymbol(at + 1, '=') ? at + 2 : at + 1;
    if (tokens.is(name, "innodb", "myisam")) {
      return Optional.of("MySQL");
    }
    return CLICKHOUSE.matcher(tokens.at(name).text()).matches()
        ? Optional.of("ClickHouse")
        : Optional.empty();
  }
}

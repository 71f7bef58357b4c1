package de.qapix.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells statements apart by their first words. */
final class Actions {

  private static final Action ORDINARY = new Action.Ordinary();
  private static final Action ALONE = new Action.Alone();

  static Action of(List<Token> tokens) {
    SqlTokens words = new SqlTokens(tokens);
    String first = words.take().map(Token::text).orElse("").toLowerCase(Locale.ROOT);
    return switch (first) {
      case "create" -> create(words).orElse(ORDINARY);
      case "drop" -> drop(words).orElse(ORDINARY);
      case "alter" -> alter(words).orElse(ORDINARY);
      case "reindex" -> reindex(words);
      case "set", "reset" -> setting(tokens);
      case "select" -> setsByFunction(words) ? setting(tokens) : ORDINARY;
      case "begin", "end" -> new Action.Boundary();
      case "start" -> words.accept("transaction") ? new Action.Boundary() : ORDINARY;
      case "commit" -> words.accept("prepared") ? ALONE : new Action.Boundary();
      case "rollback" -> words.accept("prepared") ? ALONE : ORDINARY;
      case "vacuum" -> ALONE;
      case "cluster" -> words.atEnd() ? ALONE : ORDINARY;
      case "discard" -> words.accept("all") ? ALONE : ORDINARY;
      default -> ORDINARY;
    };
  }

  private static Optional<Action> create(SqlTokens words) {
    if (words.acceptAny("database", "tablespace", "subscription")) {
      return Optional.of(ALONE);
    }
    words.accept("unique");
    if (!words.accept("index", "concurrently")) {
      return Optional.empty();
    }
    words.accept("if", "not", "exists");
    Optional<String> index = words.accept("on") ? Optional.empty() : words.takeName();
    if (index.isPresent() && !words.accept("on")) {
      return Optional.empty();
    }
    words.accept("only");
    return words.takeName().map(table -> new Action.CreateIndex(index, table));
  }

  private static Optional<Action> drop(SqlTokens words) {
    if (words.acceptAny("database", "tablespace", "subscription")) {
      return Optional.of(ALONE);
    }
    if (!words.accept("index", "concurrently")) {
      return Optional.empty();
    }
    words.accept("if", "exists");
    return words.takeName().map(Action.DropIndex::new);
  }

  private static Optional<Action> alter(SqlTokens words) {
    if (words.accept("system")) {
      return Optional.of(ALONE);
    }
    if (words.acceptAny("subscription", "database")) {
      return words.takeName().filter(name -> refreshesOrMoves(words)).map(name -> ALONE);
    }
    if (words.accept("type")) {
      return words
          .takeName()
          .filter(type -> words.accept("add", "value"))
          .map(type -> new Action.AddEnumValue());
    }
    return words.accept("table") ? detach(words) : Optional.empty();
  }

  private static boolean refreshesOrMoves(SqlTokens words) {
    return words.accept("refresh") || words.accept("set", "tablespace");
  }

  private static Optional<Action> detach(SqlTokens words) {
    words.accept("if", "exists");
    words.accept("only");
    Optional<String> parent = words.takeName();
    words.acceptSymbol('*');
    if (parent.isEmpty() || !words.accept("detach", "partition")) {
      return Optional.empty();
    }
    Optional<String> partition = words.takeName();
    return words.accept("concurrently")
        ? partition.map(name -> new Action.DetachPartition(parent.get(), name))
        : Optional.empty();
  }

  /**
   * Always apart: a partitioned table, a schema and a database refuse a transaction in any case.
   */
  private static Action reindex(SqlTokens words) {
    if (words.acceptSymbol('(')) {
      while (!words.atEnd() && !words.acceptSymbol(')')) {
        words.take();
      }
    }
    String scope = words.take().map(Token::text).orElse("").toLowerCase(Locale.ROOT);
    words.accept("concurrently");
    return new Action.Reindex(scope, words.takeName().orElse(""));
  }

  private static boolean setsByFunction(SqlTokens words) {
    if (words.accept("pg_catalog")) {
      words.acceptSymbol('.');
    }
    return words.accept("set_config");
  }

  private static Action setting(List<Token> tokens) {
    Set<String> words =
        IntStream.range(0, tokens.size())
            .filter(at -> at == 0 || !tokens.get(at - 1).isSymbol('.'))
            .mapToObj(tokens::get)
            .map(token -> token.text().toLowerCase(Locale.ROOT).replaceAll("['\"]", ""))
            .collect(Collectors.toUnmodifiableSet());
    SqlTokens second = new SqlTokens(tokens.subList(1, tokens.size()));
    return second.acceptAny("transaction", "constraints")
        ? ORDINARY
        : new Action.Setting(words, second.accept("local"));
  }

  private Actions() {}
}

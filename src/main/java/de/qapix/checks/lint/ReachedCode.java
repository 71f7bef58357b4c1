package de.qapix.checks.lint;

import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlStatements;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The statements that a statement is or brings about: its own, those in the body of DO and of the
 * routines that it calls, and the texts that these execute. What is only defined is not reached.
 */
final class ReachedCode {

  private static final String[] DEFINITIONS = {
    "create", "alter", "drop", "comment", "grant", "revoke", "copy", "set", "reset"
  };

  private final Function<Collection<String>, List<String>> routines;
  private final List<SqlTokens> parts = new ArrayList<>();
  private final Set<String> called = new HashSet<>();

  private ReachedCode(Function<Collection<String>, List<String>> routines) {
    this.routines = routines;
  }

  /**
   * The parts of it, each at most a statement long.
   *
   * @param routines the bodies of those that have one of these names
   */
  static List<SqlTokens> of(
      SqlStatement statement, Function<Collection<String>, List<String>> routines) {
    SqlTokens words = new SqlTokens(statement.tokens());
    ReachedCode reached = new ReachedCode(routines);
    if (words.acceptAny("do")) {
      statement.tokens().stream()
          .filter(token -> token.kind() == Token.Kind.STRING)
          .map(Token::content)
          .forEach(reached::addBody);
    } else if (!words.acceptAny(DEFINITIONS)) {
      reached.add(statement.tokens());
    }
    return List.copyOf(reached.parts);
  }

  private void addBody(String body) {
    List<SqlStatement> statements = SqlStatements.of(body);
    boolean executes =
        statements.stream()
            .flatMap(each -> each.tokens().stream())
            .anyMatch(token -> token.is("execute"));
    for (SqlStatement each : statements) {
      add(each.tokens());
      if (executes) {
        each.tokens().stream()
            .filter(token -> token.kind() == Token.Kind.STRING)
            .map(Token::content)
            .filter(text -> text.contains(" "))
            .forEach(text -> SqlStatements.of(text).forEach(inner -> add(inner.tokens())));
      }
    }
  }

  private void add(List<Token> tokens) {
    parts.add(new SqlTokens(tokens));
    Set<String> names = new HashSet<>();
    for (int at = 0; at + 1 < tokens.size(); at++) {
      if (tokens.get(at).isName() && tokens.get(at + 1).isSymbol('(')) {
        names.add(tokens.get(at).name());
      }
    }
    names.removeIf(name -> !called.add(name));
    if (!names.isEmpty()) {
      routines.apply(names).forEach(this::addBody);
    }
  }
}

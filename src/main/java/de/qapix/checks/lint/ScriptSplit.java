package de.qapix.checks.lint;

import de.qapix.sql.SqlStatement;
import de.qapix.sql.TransactionStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A script in which some statements are replaced, cut where another migration has to begin. */
final class ScriptSplit {

  private final String script;
  private final List<SqlStatement> statements;
  private final Map<SqlStatement, SafeRewrite> rewrites = new HashMap<>();
  private final List<String> parts = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private boolean filled;

  ScriptSplit(String script, List<SqlStatement> statements) {
    this.script = script;
    this.statements = statements;
  }

  void replace(SqlStatement statement, SafeRewrite rewrite) {
    rewrites.put(statement, rewrite);
  }

  /** None where nothing is replaced, or where the script has transactions of its own. */
  List<String> parts() {
    boolean own =
        statements.stream().anyMatch(each -> TransactionStep.of(each) != TransactionStep.NONE);
    if (rewrites.isEmpty() || own) {
      return List.of();
    }
    int position = 0;
    for (SqlStatement statement : statements) {
      int end = end(statement);
      if (rewrites.containsKey(statement)) {
        current.append(script, position, statement.offset());
        add(rewrites.get(statement).steps());
      } else {
        current.append(script, position, end);
        filled = true;
      }
      position = end;
    }
    current.append(script.substring(position));
    cut();
    return List.copyOf(parts);
  }

  /** Only the first can go with what stands before. */
  private void add(List<RewriteStep> steps) {
    for (RewriteStep step : steps) {
      if (step.apart() || !step.equals(steps.get(0))) {
        cut();
      }
      step.statements().forEach(statement -> current.append(statement).append(";\n"));
      filled = true;
      if (step.apart()) {
        cut();
      }
    }
  }

  /** Comments alone are no script. */
  private void cut() {
    if (filled) {
      parts.add(current.toString().strip() + "\n");
      current.setLength(0);
      filled = false;
    }
  }

  /** Behind its semicolon, if it has one. */
  private int end(SqlStatement statement) {
    int end = statement.offset() + statement.text().length();
    int semicolon = script.indexOf(';', end);
    return semicolon >= 0 && script.substring(end, semicolon).isBlank() ? semicolon + 1 : end;
  }
}

package de.qapix.checks.lint;

import java.util.List;

/**
 * One or more statements that can be one migration.
 *
 * @param apart whether it has to be one by itself, and not in a transaction
 */
record RewriteStep(List<String> statements, boolean apart) {

  RewriteStep {
    statements = List.copyOf(statements);
  }

  static RewriteStep together(List<String> statements) {
    return new RewriteStep(statements, false);
  }

  static RewriteStep alone(String statement) {
    return new RewriteStep(List.of(statement), true);
  }
}

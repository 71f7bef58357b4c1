package de.qapix.checks.lint;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.text.SourceText;
import de.qapix.sql.ServerRefusal;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlStatements;
import de.qapix.sql.SqlTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Tells what pending scripts would do to a database in use, by running them on a scratch database
 * that has all earlier migrations. What concerns only tables that the scripts themselves make is
 * not told. When a statement fails, those behind it are still tried, but their failures may be due
 * to the first and are not told; they are then judged by their text.
 */
public final class Linter {

  private final DataSource scratch;
  private final MissingRoleRemedy remedy;
  private final TableSizes sizes;
  private final Set<Rule> rules;

  /**
   * @param scratch a database to spoil, as a role that is no superuser
   */
  public Linter(DataSource scratch, MissingRoleRemedy remedy, TableSizes sizes, Set<Rule> rules) {
    this.scratch = scratch;
    this.remedy = remedy;
    this.sizes = sizes;
    this.rules = Set.copyOf(rules);
  }

  /**
   * What is found in them, in the order of the scripts.
   *
   * @throws SQLException when the scratch database itself cannot be used
   */
  public LintedScripts lint(List<SourceText> scripts) throws SQLException {
    MeasuredObjects existing = objects(MeasuredObjects.NONE);
    List<ScriptFindings> found = new ArrayList<>();
    boolean failed = false;
    for (SourceText script : scripts) {
      List<SqlStatement> statements = SqlStatements.of(script.text());
      ScriptFindings ofScript = new ScriptFindings(script, statements, sizes, rules);
      failed = lint(statements, existing, ofScript, failed);
      found.add(ofScript);
    }
    MeasuredObjects end = scripts.isEmpty() ? existing : objects(existing);
    List<Finding> findings = found.stream().flatMap(each -> each.end(end).stream()).toList();
    Map<String, List<String>> safe = new LinkedHashMap<>();
    found.forEach(each -> safe.put(each.file(), each.safe()));
    safe.values().removeIf(List::isEmpty);
    return new LintedScripts(findings, safe);
  }

  private MeasuredObjects objects(MeasuredObjects last) throws SQLException {
    try (Connection connection = scratch.getConnection()) {
      return new LockSnapshots(connection, Long.MAX_VALUE, last).now().objects();
    }
  }

  /** Each script has a session of its own, as settings end with their script. */
  private boolean lint(
      List<SqlStatement> statements,
      MeasuredObjects existing,
      ScriptFindings found,
      boolean failedBefore)
      throws SQLException {
    boolean failed = failedBefore;
    RuleEvaluation judge = new RuleEvaluation(statements);
    try (Connection connection = scratch.getConnection()) {
      long newest =
          existing.addresses().stream().mapToLong(MeasuredObject.Address::oid).max().orElse(0);
      ScriptMeasurement measurement = new ScriptMeasurement(connection, newest, remedy, existing);
      for (SqlStatement statement : statements) {
        List<SqlTokens> reached = ReachedCode.of(statement, measurement::routines);
        StatementMeasurement measured = measurement.run(statement);
        StatementMeasurement told = failed ? measured.withoutRefusal() : measured;
        StatementContext context = new StatementContext(statement, told, reached, existing);
        judge.of(context).forEach(violation -> found.add(violation, context));
        failed |= measured.refusal().isPresent();
      }
      Optional<ServerRefusal> unkept = measurement.end();
      if (unkept.isPresent() && !failed) {
        found.addUnkept(statements.get(statements.size() - 1), unkept.get());
      }
      failed |= unkept.isPresent();
    }
    judge.open().ifPresent(found::addUncommitted);
    return failed;
  }
}

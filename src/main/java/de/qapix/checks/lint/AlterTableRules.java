package de.qapix.checks.lint;

import de.qapix.checks.finding.Severity;
import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the clauses of ALTER TABLE do to a table that people use. */
final class AlterTableRules {

  private final StatementContext context;
  private final String name;
  private final MeasuredRelation table;
  private final List<RuleViolation> violations = new ArrayList<>();

  private AlterTableRules(StatementContext context, String name, MeasuredRelation table) {
    this.context = context;
    this.name = name;
    this.table = table;
  }

  static List<RuleViolation> of(StatementContext context) {
    SqlTokens words = context.phrase();
    Optional<String> name = TableStatement.altered(words);
    Optional<MeasuredRelation> table = name.flatMap(context::find);
    if (table.isEmpty()) {
      return List.of();
    }
    AlterTableRules rules = new AlterTableRules(context, name.get(), table.get());
    words.rest().split().forEach(rules::judge);
    return rules.violations;
  }

  private void judge(SqlTokens clause) {
    SqlTokens words = clause.fromStart();
    Optional<ColumnDefinition> added = ColumnDefinition.added(clause);
    if (added.isPresent()) {
      judgeColumn(added.get());
    } else if (words.accept("add")) {
      judgeConstraint(clause);
    } else if (words.accept("drop")) {
      judgeDrop(words);
    } else if (words.accept("alter")) {
      judgeChange(words, clause);
    } else if (words.accept("rename")) {
      judgeRename(words);
    } else if (words.accept("detach", "partition")) {
      words.takeName().filter(partition -> words.atEnd()).ifPresent(this::judgeDetach);
    }
  }

  private void judgeColumn(ColumnDefinition column) {
    SqlTokens definition = column.definition();
    if (column.isPrimaryKey()) {
      add(Rule.ADDING_SERIAL_PRIMARY_KEY_FIELD, column.name());
    }
    if (definition.has("unique")) {
      add(Rule.DISALLOWED_UNIQUE_CONSTRAINT, column.name());
    }
    if (definition.has("references")) {
      addForeignKey(column.name());
    }
    if (definition.has("check") && context.scans() && !context.rewrites()) {
      add(Rule.CONSTRAINT_MISSING_NOT_VALID, column.name());
    }
    if (column.hasValue() && context.measured().ran() && context.rewrites()) {
      add(Rule.ADDING_FIELD_WITH_DEFAULT, column.name());
    }
    if (definition.has("not", "null") && !column.hasValue() && !column.isPrimaryKey()) {
      add(Rule.ADDING_REQUIRED_FIELD, column.name());
    }
  }

  private void judgeConstraint(SqlTokens clause) {
    SqlTokens words = clause.fromStart();
    words.accept("add");
    String constraint = words.accept("constraint") ? words.takeName().orElse("") : "";
    boolean index = clause.has("using", "index");
    if (clause.has("primary", "key") && !index) {
      add(Rule.ADDING_SERIAL_PRIMARY_KEY_FIELD, constraint);
    } else if (clause.has("unique") && !index) {
      add(Rule.DISALLOWED_UNIQUE_CONSTRAINT, constraint);
    } else if (clause.has("foreign", "key") && !clause.has("not", "valid")) {
      addForeignKey(constraint);
      add(Rule.CONSTRAINT_MISSING_NOT_VALID, constraint);
    } else if (clause.has("check") && !clause.has("not", "valid") && context.scans()) {
      add(Rule.CONSTRAINT_MISSING_NOT_VALID, constraint);
    }
  }

  private void judgeDrop(SqlTokens words) {
    if (context.measured().ran() || words.accept("constraint")) {
      return;
    }
    words.accept("column");
    words.accept("if", "exists");
    words.takeName().ifPresent(column -> add(Rule.BAN_DROP_COLUMN, column));
  }

  private void judgeChange(SqlTokens words, SqlTokens clause) {
    words.accept("column");
    String column = words.takeName().orElse("");
    if (words.accept("set", "not", "null") && context.scans()) {
      add(Rule.ADDING_NOT_NULLABLE_FIELD, column);
    } else if (context.measured().ran()) {
      return;
    } else if (clause.has("drop", "not", "null")) {
      add(Rule.BAN_DROP_NOT_NULL, column);
    } else if (words.accept("type") || words.accept("set", "data", "type")) {
      add(Rule.CHANGING_COLUMN_TYPE, column);
    }
  }

  private void judgeRename(SqlTokens words) {
    if (context.measured().ran()) {
      return;
    }
    if (words.accept("to")) {
      add(Rule.RENAMING_TABLE, "");
    } else if (!words.accept("constraint")) {
      words.accept("column");
      words.takeName().ifPresent(column -> add(Rule.RENAMING_COLUMN, column));
    }
  }

  private void judgeDetach(String partition) {
    RuleViolation violation =
        RuleViolation.on(table, Rule.REQUIRE_CONCURRENT_PARTITION_DETACH, partition);
    boolean rest = context.measured().before().objects().hasDefaultPartition(table.oid());
    violations.add(rest ? violation.inCase("default") : violation);
  }

  private void addForeignKey(String part) {
    Rule rule = Rule.ADDING_FOREIGN_KEY_CONSTRAINT;
    violations.add(violation(rule, part).with(context.scans() ? Severity.ERROR : rule.severity()));
  }

  private void add(Rule rule, String part) {
    violations.add(violation(rule, part));
  }

  private RuleViolation violation(Rule rule, String part) {
    return RuleViolation.on(table, rule, part.isEmpty() ? name : name + "." + part);
  }
}

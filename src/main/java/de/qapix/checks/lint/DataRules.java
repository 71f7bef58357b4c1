package de.qapix.checks.lint;

import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Statements that throw away the rows of whole tables, or overwrite a column in all of them: as
 * they are written, wherever that is, and by what has become of rows that there were.
 */
final class DataRules {

  private final StatementContext context;
  private final Map<MeasuredRelation, RuleViolation> byTable = new LinkedHashMap<>();

  private DataRules(StatementContext context) {
    this.context = context;
  }

  static List<RuleViolation> of(StatementContext context) {
    SqlTokens words = context.phrase();
    if (words.accept("drop", "database")) {
      return NameList.behind(words).stream()
          .map(name -> RuleViolation.of(Rule.BAN_DROP_DATABASE, name))
          .toList();
    }
    if (!context.measured().ran() && words.accept("drop", "table")) {
      return NameList.behind(words).stream()
          .flatMap(name -> context.find(name).stream())
          .map(table -> RuleViolation.on(table, Rule.BAN_DROP_TABLE, table.written()))
          .toList();
    }
    DataRules rules = new DataRules(context);
    context.reached().stream().flatMap(part -> MassChange.in(part).stream()).forEach(rules::judge);
    context
        .effects()
        .filter(TableEffect::emptied)
        .forEach(
            effect ->
                rules.add(
                    effect.rewritten() ? Rule.BAN_TRUNCATE : Rule.BAN_DELETE_WITHOUT_WHERE,
                    effect.table()));
    return new ArrayList<>(rules.byTable.values());
  }

  private void judge(MassChange change) {
    Rule rule =
        switch (change.kind()) {
          case TRUNCATE -> Rule.BAN_TRUNCATE;
          case TRUNCATE_CASCADE -> Rule.BAN_TRUNCATE_CASCADE;
          case DELETE -> Rule.BAN_DELETE_WITHOUT_WHERE;
          case UPDATE -> Rule.BAN_UPDATE_WITHOUT_WHERE;
        };
    tables(change).filter(table -> overwrites(change, table)).forEach(table -> add(rule, table));
  }

  /** Where the name is not known, what it has locked for writing. */
  private Stream<MeasuredRelation> tables(MassChange change) {
    return change.table().isPresent()
        ? context.find(change.table().get()).filter(this::isReached).stream()
        : context.effects().filter(TableEffect::mayBeWritten).map(TableEffect::table);
  }

  /** A branch that has not been taken locks nothing. */
  private boolean isReached(MeasuredRelation table) {
    return !context.measured().ran()
        || context.measured().on(table).filter(TableEffect::mayBeWritten).isPresent();
  }

  /** Nothing is lost in columns that the pending scripts have added. */
  private boolean overwrites(MassChange change, MeasuredRelation table) {
    return change.columns().isEmpty()
        || change.columns().stream().anyMatch(column -> context.hasOldColumn(table, column));
  }

  private void add(Rule rule, MeasuredRelation table) {
    byTable.putIfAbsent(table, RuleViolation.on(table, rule, table.written()));
  }
}

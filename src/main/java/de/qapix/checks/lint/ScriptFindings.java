package de.qapix.checks.lint;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.IgnoreComments;
import de.qapix.checks.finding.IgnoreComments.Lines;
import de.qapix.checks.finding.Place;
import de.qapix.checks.finding.Severity;
import de.qapix.checks.text.SourceText;
import de.qapix.sql.ServerRefusal;
import de.qapix.sql.SqlLexer;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes findings of what the statements of one script break, unless a comment accepts it. */
final class ScriptFindings {

  private final SourceText script;
  private final TableSizes sizes;
  private final Set<Rule> rules;
  private final IgnoreComments ignores;
  private final List<Finding> findings = new ArrayList<>();

  ScriptFindings(
      SourceText script, List<SqlStatement> statements, TableSizes sizes, Set<Rule> rules) {
    this.script = script;
    this.sizes = sizes;
    this.rules = rules;
    this.ignores = new IgnoreComments("lint", statements.stream().map(this::lines).toList());
    for (Token token : SqlLexer.tokens(script.text())) {
      if (token.kind() == Token.Kind.COMMENT) {
        ignores.add(token.text(), token.offset(), script.lineOf(token.offset()));
      }
    }
  }

  void add(RuleViolation violation, StatementContext context) {
    SqlStatement statement = context.statement();
    if (!rules.contains(violation.rule())) {
      return;
    }
    Optional<ServerRefusal> refusal =
        context.measured().refusal().filter(any -> isRefusal(violation));
    int at = statement.offset() + refusal.map(any -> any.offsetIn(statement.text())).orElse(0);
    if (ignores.accept(violation.rule().word(), lines(statement), script.lineOf(at))) {
      return;
    }
    findings.add(
        finding(violation.rule(), severity(violation), violation.subject(), at)
            .withArguments(
                refusal
                    .map(any -> new String[] {any.message()})
                    .orElseGet(() -> arguments(violation, context))));
  }

  /** The server has refused to keep all that the script did, when its last statement was done. */
  void addUnkept(SqlStatement last, ServerRefusal refusal) {
    StatementMeasurement measured = StatementMeasurement.refused(LockSnapshot.NOTHING, refusal);
    add(
        RuleViolation.of(Rule.STATEMENT_FAILS, StatementHeading.of(last)),
        new StatementContext(last, measured, Set.of()));
  }

  void addUncommitted(SqlStatement begin) {
    add(
        RuleViolation.of(Rule.BAN_UNCOMMITTED_TRANSACTION, begin.text()),
        new StatementContext(begin, StatementMeasurement.unknown(LockSnapshot.NOTHING), Set.of()));
  }

  /** All findings, with the ignore comments that were of no use. */
  List<Finding> end() {
    if (rules.contains(Rule.UNUSED_IGNORE)) {
      ignores.unused().stream().filter(this::isOurs).map(this::unused).forEach(findings::add);
    }
    return List.copyOf(findings);
  }

  private Finding unused(IgnoreComments.Unused name) {
    return name.rule().isEmpty()
        ? finding(Rule.UNUSED_IGNORE, Severity.WARNING, IgnoreComments.OURS, name.offset())
        : finding(Rule.UNUSED_IGNORE, Severity.NOTE, name.rule(), name.offset());
  }

  /** A rule that is off would not have found anything, and squawk has rules of its own. */
  private boolean isOurs(IgnoreComments.Unused name) {
    boolean unnamed = name.rule().isEmpty() || name.rule().equals("*");
    return unnamed || Rule.find(name.rule()).map(rules::contains).orElse(!name.ofSquawk());
  }

  private Lines lines(SqlStatement statement) {
    int end = statement.offset() + statement.text().length();
    return new Lines(script.lineOf(statement.offset()), script.lineOf(end));
  }

  private Finding finding(Rule rule, Severity severity, String subject, int offset) {
    return Finding.note("lint/" + rule.word(), subject).with(severity).at(place(offset));
  }

  private static boolean isRefusal(RuleViolation violation) {
    return violation.rule() == Rule.SYNTAX_ERROR
        || violation.rule() == Rule.PSQL_COMMAND
        || violation.rule() == Rule.STATEMENT_FAILS;
  }

  /** A lock on a small table is over soon; what is lost is lost in any case. */
  private Severity severity(RuleViolation violation) {
    boolean small = violation.table().flatMap(sizes::find).filter(TableSize::isSmall).isPresent();
    if (!small || !violation.rule().isAboutTime()) {
      return violation.severity();
    }
    return violation.severity() == Severity.ERROR ? Severity.WARNING : Severity.NOTE;
  }

  /** Lock, rewrite, scan, rows and bytes; each is empty where there is none or it is not known. */
  private String[] arguments(RuleViolation violation, StatementContext context) {
    Optional<MeasuredRelation> table = violation.table();
    Optional<TableSize> size = table.flatMap(sizes::find);
    boolean ran = context.measured().ran() && table.isPresent();
    return new String[] {
      table.flatMap(context::lock).map(LockMode::words).orElse(""),
      ran && context.rewrites() ? "rewrite" : "",
      ran && context.scans() ? "scan" : "",
      size.map(known -> Long.toString(known.rows())).orElse(""),
      size.map(known -> Long.toString(known.bytes())).orElse("")
    };
  }

  private Place place(int offset) {
    return script.place(offset, offset);
  }
}

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
import java.util.stream.Stream;

/** Makes findings of what the statements of one script break, unless a comment accepts it. */
final class ScriptFindings {

  private final SourceText script;
  private final TableSizes sizes;
  private final Set<Rule> rules;
  private final IgnoreComments ignores;
  private final ScriptSplit split;
  private final List<Open> open = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /** What is not settled before all scripts have run. */
  private record Open(RuleViolation violation, StatementContext context) {}

  ScriptFindings(
      SourceText script, List<SqlStatement> statements, TableSizes sizes, Set<Rule> rules) {
    this.script = script;
    this.sizes = sizes;
    this.rules = rules;
    this.split = new ScriptSplit(script.text(), statements);
    this.ignores = new IgnoreComments("lint", statements.stream().map(this::lines).toList());
    for (Token token : SqlLexer.tokens(script.text())) {
      if (token.kind() == Token.Kind.COMMENT) {
        ignores.add(token.text(), token.offset(), script.lineOf(token.offset()));
      }
    }
  }

  void add(RuleViolation violation, StatementContext context) {
    open.add(new Open(violation, context));
  }

  private void settle(RuleViolation violation, StatementContext context) {
    SqlStatement statement = context.statement();
    if (!rules.contains(violation.rule())) {
      return;
    }
    Optional<ServerRefusal> refusal =
        context.measured().refusal().filter(any -> isRefusal(violation));
    int at = statement.offset() + refusal.map(any -> any.offsetIn(statement.text())).orElse(0);
    if (isAccepted(violation.rule(), statement, script.lineOf(at))) {
      return;
    }
    Finding finding = finding(violation.rule(), severity(violation), violation.subject(), at);
    findings.add(
        rewritten(finding, violation, context)
            .withArguments(
                refusal
                    .map(any -> new String[] {any.message()})
                    .orElseGet(() -> arguments(violation, context))));
  }

  /** With what to do instead, where that is known and helps. */
  private Finding rewritten(Finding finding, RuleViolation violation, StatementContext context) {
    SafeRewrite rewrite = SafeRewrite.of(context);
    if (!violation.rule().isAboutTime() || rewrite.steps().isEmpty()) {
      return finding;
    }
    split.replace(context.statement(), rewrite);
    return finding.instead(rewrite.text());
  }

  String file() {
    return script.file();
  }

  /** The scripts that can be run instead, when the findings are settled. */
  List<String> safe() {
    return split.parts();
  }

  /** Whatever name of the rule a comment has, and several comments may have one. */
  private boolean isAccepted(Rule rule, SqlStatement statement, int line) {
    boolean accepted = false;
    for (String name : rule.names()) {
      accepted |= ignores.accept(name, lines(statement), line);
    }
    return accepted;
  }

  /** The server has refused to keep all that the script did, when its last statement was done. */
  void addUnkept(SqlStatement last, ServerRefusal refusal) {
    StatementMeasurement measured = StatementMeasurement.refused(LockSnapshot.NOTHING, refusal);
    add(
        RuleViolation.of(Rule.STATEMENT_FAILS, StatementHeading.of(last)),
        StatementContext.of(last, measured));
  }

  void addUncommitted(SqlStatement begin) {
    add(
        RuleViolation.of(Rule.BAN_UNCOMMITTED_TRANSACTION, begin.text()),
        StatementContext.of(begin, StatementMeasurement.unknown(LockSnapshot.NOTHING)));
  }

  /**
   * All findings, with the ignore comments that were of no use.
   *
   * @param end what there is when all scripts have run
   */
  List<Finding> end(MeasuredObjects end) {
    open.stream()
        .filter(each -> each.violation().stands().test(end))
        .forEach(each -> settle(each.violation(), each.context()));
    if (rules.contains(Rule.UNUSED_IGNORE)) {
      ignores.unused().stream().filter(this::isOurs).map(this::unused).forEach(findings::add);
    }
    return List.copyOf(findings);
  }

  private Finding unused(IgnoreComments.Unused name) {
    return name.rule().isEmpty()
        ? finding(Rule.UNUSED_IGNORE, Severity.WARNING, name.comment(), name.offset())
        : finding(Rule.UNUSED_IGNORE, Severity.NOTE, name.rule(), name.offset());
  }

  /** A rule that is off would not have found anything, and squawk has rules of its own. */
  private boolean isOurs(IgnoreComments.Unused name) {
    boolean unnamed = name.rule().isEmpty() || name.rule().equals("*");
    return unnamed || isWanted(name);
  }

  private boolean isWanted(IgnoreComments.Unused name) {
    Set<Rule> named = Rule.called(name.rule());
    return named.isEmpty() ? !name.ofSquawk() : named.stream().anyMatch(rules::contains);
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
        || violation.rule() == Rule.BAN_DUPLICATE_COLUMN_ASSIGNMENTS
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

  /**
   * Lock, rewrite, scan, rows, bytes, and behind them what is special; each is empty where there is
   * none or it is not known.
   */
  private String[] arguments(RuleViolation violation, StatementContext context) {
    Optional<MeasuredRelation> table = violation.table();
    Optional<TableSize> size = table.flatMap(sizes::find);
    Optional<TableEffect> effect = table.flatMap(context.measured()::on);
    Stream<String> usual =
        Stream.of(
            table.flatMap(context::lock).map(LockMode::words).orElse(""),
            effect.isPresent() && context.hasRewritten() ? "rewrite" : unlessUtc(violation),
            effect.isPresent() && context.hasScanned() ? "scan" : "",
            size.map(known -> Long.toString(known.rows())).orElse(""),
            size.map(known -> Long.toString(known.bytes())).orElse(""));
    return Stream.concat(usual, violation.special().stream()).toArray(String[]::new);
  }

  private static String unlessUtc(RuleViolation violation) {
    return violation.special().filter(Rule.UNLESS_UTC::equals).orElse("");
  }

  private Place place(int offset) {
    return script.place(offset, offset);
  }
}

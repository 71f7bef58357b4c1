package de.qapix.checks.lint;

import de.qapix.sql.Action;
import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a script does twice, or could not do a second time after it has failed. */
final class RepetitionRules {

  private static final String[] COMBINED = {"add", "drop", "alter", "set", "reset"};

  private final Set<Long> altered = new HashSet<>();
  private final boolean apart;

  /**
   * @param apart whether the script is not one transaction
   */
  RepetitionRules(boolean apart) {
    this.apart = apart;
  }

  List<RuleViolation> of(StatementContext context) {
    List<RuleViolation> violations = new ArrayList<>();
    Optional<MeasuredRelation> table = altered(context);
    if (table.isPresent() && !altered.add(table.get().oid())) {
      violations.add(
          RuleViolation.on(table.get(), Rule.PREFER_SINGLE_ALTER, table.get().written()));
    }
    if (apart && !isRepeatable(context)) {
      violations.add(
          RuleViolation.of(Rule.PREFER_ROBUST_STMTS, StatementHeading.of(context.statement())));
    }
    SqlTokens words = context.phrase();
    boolean full = words.accept("cluster") || (words.accept("vacuum") && isFull(context.phrase()));
    if (full) {
      violations.add(
          RuleViolation.of(Rule.PREFER_REPACK, StatementHeading.of(context.statement())));
    }
    return violations;
  }

  private static boolean isFull(SqlTokens words) {
    return words.is(1, "full")
        || words.elements().stream()
            .anyMatch(option -> option.is(0, "full") && !option.is(1, "false", "off"));
  }

  /** The table that it alters in a way that goes together with others. */
  private static Optional<MeasuredRelation> altered(StatementContext context) {
    SqlTokens words = context.phrase();
    return TableStatement.altered(words)
        .filter(name -> words.rest().is(0, COMBINED))
        .filter(name -> !words.rest().has("set", "schema"))
        .flatMap(context::find);
  }

  private static boolean isRepeatable(StatementContext context) {
    SqlTokens words = context.phrase();
    if (context.statement().action() instanceof Action.Setting) {
      return true;
    }
    boolean creates = words.is(0, "create") && words.find(0, "table", "index") < 4;
    boolean drops = words.is(0, "drop");
    boolean alters = words.is(0, "alter") && words.is(1, "table");
    boolean guarded = words.has("if", "exists") || words.has("if", "not", "exists");
    boolean unnamed =
        (words.is(0, "create") && words.has("index", "on")) || words.has("concurrently", "on");
    return !(creates || drops || alters) || guarded || unnamed;
  }
}

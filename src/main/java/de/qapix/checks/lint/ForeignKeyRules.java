package de.qapix.checks.lint;

import de.qapix.checks.lint.MeasuredObject.Kind;
import de.qapix.sql.Keywords;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * New foreign keys of existing tables whose columns no index begins with when all scripts have run.
 */
final class ForeignKeyRules {

  private static final String FOREIGN_KEY = "f";

  static List<RuleViolation> of(StatementContext context) {
    MeasuredObjects before = context.measured().before().objects();
    MeasuredObjects after = context.measured().after();
    return before.isSameAs(after)
        ? List.of()
        : after.all().stream()
            .filter(object -> object.is(Kind.CONSTRAINT) && object.type().equals(FOREIGN_KEY))
            .filter(object -> before.find(object.address()).isEmpty())
            .filter(object -> !isOld(context, object))
            .flatMap(key -> violation(context, key).stream())
            .sorted(Comparator.comparing(RuleViolation::subject))
            .toList();
  }

  private static Optional<RuleViolation> violation(StatementContext context, MeasuredObject key) {
    return Optional.ofNullable(context.measured().before().relations().get(key.home()))
        .filter(context::isOld)
        .map(
            table ->
                RuleViolation.on(
                        table,
                        Rule.REQUIRE_FOREIGN_KEY_INDEX,
                        table.written() + "." + Keywords.quoted(key.name().name()))
                    .standing(end -> isWithoutIndex(key, end)));
  }

  /** One on the same columns that is made anew is nothing new. */
  private static boolean isOld(StatementContext context, MeasuredObject key) {
    return context.existing().all().stream()
        .filter(object -> object.is(Kind.CONSTRAINT) && object.type().equals(FOREIGN_KEY))
        .anyMatch(object -> object.home() == key.home() && object.keys().equals(key.keys()));
  }

  private static boolean isWithoutIndex(MeasuredObject key, MeasuredObjects end) {
    return end.find(key.address()).filter(now -> !end.hasIndex(now.home(), now.keys())).isPresent();
  }

  private ForeignKeyRules() {}
}

package de.qapix.checks.lint;

import de.qapix.checks.lint.SchemaObject.Kind;
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
    SchemaObjects before = context.measured().before().objects();
    SchemaObjects after = context.measured().after();
    return before == after
        ? List.of()
        : after.all().stream()
            .filter(object -> object.is(Kind.CONSTRAINT) && object.type().equals(FOREIGN_KEY))
            .filter(object -> before.find(object.address()).isEmpty())
            .flatMap(key -> violation(context, key).stream())
            .sorted(Comparator.comparing(RuleViolation::subject))
            .toList();
  }

  private static Optional<RuleViolation> violation(StatementContext context, SchemaObject key) {
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

  private static boolean isWithoutIndex(SchemaObject key, SchemaObjects end) {
    return end.find(key.address()).filter(now -> !end.hasIndex(now.home(), now.keys())).isPresent();
  }

  private ForeignKeyRules() {}
}

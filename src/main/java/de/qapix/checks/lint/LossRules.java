package de.qapix.checks.lint;

import de.qapix.checks.finding.Severity;
import de.qapix.checks.lint.MeasuredObject.Kind;
import de.qapix.sql.Keywords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is gone, switched off or called otherwise behind a statement, however it was written. What
 * has gone with its table or schema is not told besides, nor what another object has replaced by
 * the end; but a table or a column that is made again has lost its rows.
 */
final class LossRules {

  private static final Comparator<MeasuredObject> ORDER =
      Comparator.comparing(MeasuredObject::kind)
          .thenComparing(object -> object.address().oid())
          .thenComparing(object -> object.address().column());

  private static final String TIMESTAMP = "1114 ";
  private static final String TIMESTAMP_WITH_ZONE = "1184 ";

  private final StatementContext context;
  private final MeasuredObjects before;
  private final MeasuredObjects after;
  private final boolean zoneIsKnown;
  private final List<RuleViolation> violations = new ArrayList<>();

  private LossRules(StatementContext context, boolean zoneIsKnown) {
    this.context = context;
    this.zoneIsKnown = zoneIsKnown;
    this.before = context.measured().before().objects();
    this.after = context.measured().after();
  }

  /**
   * @param zoneIsKnown whether the script has set the time zone that it needs
   */
  static List<RuleViolation> of(StatementContext context, boolean zoneIsKnown) {
    LossRules rules = new LossRules(context, zoneIsKnown);
    if (!rules.before.isSameAs(rules.after)) {
      context.existing().addresses().stream()
          .flatMap(address -> rules.before.find(address).stream())
          .filter(object -> !rules.after.has(object))
          .sorted(ORDER)
          .forEach(rules::judge);
    }
    return rules.violations;
  }

  private void judge(MeasuredObject object) {
    Optional<MeasuredObject> later = after.find(object.address());
    if (later.isPresent()) {
      judge(object, later.get());
    } else if (!wentAlong(object, after)) {
      gone(object);
    }
  }

  /** Whether it is gone by then because what it belongs to is. */
  private boolean wentAlong(MeasuredObject object, MeasuredObjects later) {
    return switch (object.kind()) {
      case TABLE -> object.parent() != 0 && !later.hasHome(object.parent());
      case COLUMN -> object.parent() != 0 || !later.hasHome(object.home());
      case CONSTRAINT ->
          !later.hasHome(object.home())
              || isOfLostColumn(object, later)
              || leadsNowhere(object, later);
      case INDEX ->
          !object.required() || !later.hasHome(object.home()) || isOfLostColumn(object, later);
      case TRIGGER, POLICY, VALUE -> !later.hasHome(object.home());
      case VIEW, TYPE, DOMAIN, OBJECT -> !later.hasSchema(object.namespace());
      case SCHEMA, EXTENSION -> false;
    };
  }

  private boolean isOfLostColumn(MeasuredObject object, MeasuredObjects later) {
    return object.keys().stream()
        .anyMatch(
            column ->
                before.hasColumn(object.home(), column) && !later.hasColumn(object.home(), column));
  }

  private boolean leadsNowhere(MeasuredObject constraint, MeasuredObjects later) {
    return constraint.parent() != 0 && !later.hasHome(constraint.parent());
  }

  private void gone(MeasuredObject object) {
    switch (object.kind()) {
      case SCHEMA -> add(Rule.BAN_DROP_SCHEMA, object);
      case TABLE -> add(Rule.BAN_DROP_TABLE, object);
      case COLUMN -> add(Rule.BAN_DROP_COLUMN, object);
      case VIEW -> addUnlessReplaced(Rule.BAN_DROP_VIEW, object);
      case TYPE -> addUnlessReplaced(Rule.BAN_DROP_TYPE, object);
      case DOMAIN -> addUnlessReplaced(Rule.BAN_DROP_DOMAIN, object);
      case CONSTRAINT, INDEX ->
          violations.add(
              violation(Rule.BAN_DROP_CONSTRAINT, object)
                  .standing(end -> isLost(object, end) && !end.isUniqueStill(object)));
      default -> addUnlessReplaced(Rule.BAN_DROP_OBJECT, object);
    }
  }

  private void judge(MeasuredObject object, MeasuredObject later) {
    if (!object.name().name().equals(later.name().name())) {
      renamed(object);
    }
    if (object.namespace() != later.namespace() && object.home() == 0) {
      violations.add(violation(Rule.BAN_SET_SCHEMA, object).standing(end -> !end.hasName(object)));
    }
    if (object.is(Kind.COLUMN)) {
      changed(object, later);
    } else if ((object.is(Kind.TRIGGER) || object.is(Kind.TABLE))
        && object.required()
        && !later.required()) {
      violations.add(
          violation(Rule.BAN_DISABLE, object)
              .standing(
                  end -> end.find(object.address()).filter(now -> !now.required()).isPresent()));
    }
  }

  private void renamed(MeasuredObject object) {
    switch (object.kind()) {
      case COLUMN -> {
        if (object.parent() == 0) {
          add(Rule.RENAMING_COLUMN, object);
        }
      }
      case TABLE -> violations.add(nameless(Rule.RENAMING_TABLE, object));
      case SCHEMA, VIEW, TYPE, DOMAIN, VALUE, OBJECT ->
          violations.add(nameless(Rule.RENAMING_OBJECT, object));
      default -> {
        // Nobody but migrations uses these names.
      }
    }
  }

  private RuleViolation nameless(Rule rule, MeasuredObject object) {
    return violation(rule, object).standing(end -> !end.hasName(object));
  }

  private void changed(MeasuredObject column, MeasuredObject later) {
    if (column.parent() != 0) {
      return;
    }
    if (!column.type().equals(later.type())) {
      violations.add(typeChange(column, later));
    }
    if (column.required() && !later.required()) {
      violations.add(
          violation(Rule.BAN_DROP_NOT_NULL, column)
              .standing(
                  end -> end.find(column.address()).filter(now -> !now.required()).isPresent()));
    }
    if (column.filled() && !later.filled()) {
      violations.add(
          violation(Rule.BAN_DROP_DEFAULT, column)
              .standing(
                  end -> end.find(column.address()).filter(now -> !now.filled()).isPresent()));
    }
  }

  private RuleViolation typeChange(MeasuredObject column, MeasuredObject later) {
    RuleViolation violation = violation(Rule.CHANGING_COLUMN_TYPE, column);
    if (context.rewrites() || context.scans()) {
      return violation;
    }
    boolean dependsOnZone =
        !zoneIsKnown
            && ((isTimestamp(column, TIMESTAMP) && isTimestamp(later, TIMESTAMP_WITH_ZONE))
                || (isTimestamp(column, TIMESTAMP_WITH_ZONE) && isTimestamp(later, TIMESTAMP)));
    return dependsOnZone ? violation.inCase(Rule.UNLESS_UTC) : violation.with(Severity.NOTE);
  }

  private static boolean isTimestamp(MeasuredObject column, String type) {
    return column.type().startsWith(type);
  }

  private void add(Rule rule, MeasuredObject object) {
    violations.add(violation(rule, object));
  }

  private void addUnlessReplaced(Rule rule, MeasuredObject object) {
    violations.add(violation(rule, object).standing(end -> isLost(object, end)));
  }

  private boolean isLost(MeasuredObject object, MeasuredObjects end) {
    return !end.hasOrReplaces(object) && !wentAlong(object, end);
  }

  private RuleViolation violation(Rule rule, MeasuredObject object) {
    long table = object.is(Kind.TABLE) ? object.address().oid() : object.home();
    return Optional.ofNullable(context.measured().before().relations().get(table))
        .map(relation -> RuleViolation.on(relation, rule, subject(object, relation)))
        .orElseGet(() -> RuleViolation.of(rule, subject(object)));
  }

  private static String subject(MeasuredObject object, MeasuredRelation table) {
    return object.is(Kind.TABLE)
        ? table.written()
        : table.written() + "." + Keywords.quoted(object.name().name());
  }

  private String subject(MeasuredObject object) {
    String name = Keywords.quoted(object.name().name());
    if (object.is(Kind.SCHEMA) || object.is(Kind.EXTENSION)) {
      return name;
    }
    String home = before.written(object.home());
    return home.isEmpty() ? object.name().written() : home + "." + name;
  }
}

package de.qapix.checks.lint;

import de.qapix.checks.finding.Severity;
import de.qapix.checks.lint.SchemaObject.Kind;
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

  private static final Comparator<SchemaObject> ORDER =
      Comparator.comparing(SchemaObject::kind)
          .thenComparing(object -> object.address().oid())
          .thenComparing(object -> object.address().column());

  private static final String TIMESTAMP = "1114 ";
  private static final String TIMESTAMP_WITH_ZONE = "1184 ";

  private final StatementContext context;
  private final SchemaObjects before;
  private final SchemaObjects after;
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
    if (rules.before != rules.after) {
      context.existing().addresses().stream()
          .flatMap(address -> rules.before.find(address).stream())
          .filter(object -> !rules.after.has(object))
          .sorted(ORDER)
          .forEach(rules::judge);
    }
    return rules.violations;
  }

  private void judge(SchemaObject object) {
    Optional<SchemaObject> later = after.find(object.address());
    if (later.isPresent()) {
      judge(object, later.get());
    } else if (!wentAlong(object)) {
      gone(object);
    }
  }

  /** Whether it is gone because what it belongs to is. */
  private boolean wentAlong(SchemaObject object) {
    return switch (object.kind()) {
      case TABLE -> object.parent() != 0 && !after.hasHome(object.parent());
      case COLUMN -> object.parent() != 0 || !after.hasHome(object.home());
      case CONSTRAINT ->
          !after.hasHome(object.home()) || isOfLostColumn(object) || leadsNowhere(object);
      case INDEX -> !object.required() || !after.hasHome(object.home()) || isOfLostColumn(object);
      case TRIGGER, POLICY, VALUE -> !after.hasHome(object.home());
      case VIEW, TYPE, DOMAIN, OBJECT -> !after.hasSchema(object.namespace());
      case SCHEMA, EXTENSION -> false;
    };
  }

  private boolean isOfLostColumn(SchemaObject object) {
    return object.keys().stream()
        .anyMatch(
            column ->
                before.hasColumn(object.home(), column) && !after.hasColumn(object.home(), column));
  }

  private boolean leadsNowhere(SchemaObject constraint) {
    return constraint.parent() != 0 && !after.hasHome(constraint.parent());
  }

  private void gone(SchemaObject object) {
    switch (object.kind()) {
      case SCHEMA -> add(Rule.BAN_DROP_SCHEMA, object);
      case TABLE -> add(Rule.BAN_DROP_TABLE, object);
      case COLUMN -> add(Rule.BAN_DROP_COLUMN, object);
      case VIEW -> addUnlessReplaced(Rule.BAN_DROP_VIEW, object);
      case TYPE -> addUnlessReplaced(Rule.BAN_DROP_TYPE, object);
      case DOMAIN -> addUnlessReplaced(Rule.BAN_DROP_DOMAIN, object);
      case CONSTRAINT, INDEX -> addUnlessReplaced(Rule.BAN_DROP_CONSTRAINT, object);
      default -> addUnlessReplaced(Rule.BAN_DROP_OBJECT, object);
    }
  }

  private void judge(SchemaObject object, SchemaObject later) {
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

  private void renamed(SchemaObject object) {
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

  private RuleViolation nameless(Rule rule, SchemaObject object) {
    return violation(rule, object).standing(end -> !end.hasName(object));
  }

  private void changed(SchemaObject column, SchemaObject later) {
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

  private RuleViolation typeChange(SchemaObject column, SchemaObject later) {
    RuleViolation violation = violation(Rule.CHANGING_COLUMN_TYPE, column);
    if (context.rewrites() || context.scans()) {
      return violation;
    }
    boolean dependsOnZone =
        !zoneIsKnown
            && (isTimestamp(column, TIMESTAMP) && isTimestamp(later, TIMESTAMP_WITH_ZONE)
                || isTimestamp(column, TIMESTAMP_WITH_ZONE) && isTimestamp(later, TIMESTAMP));
    return dependsOnZone ? violation.doing("rewrite-unless-utc") : violation.with(Severity.NOTE);
  }

  private static boolean isTimestamp(SchemaObject column, String type) {
    return column.type().startsWith(type);
  }

  private void add(Rule rule, SchemaObject object) {
    violations.add(violation(rule, object));
  }

  private void addUnlessReplaced(Rule rule, SchemaObject object) {
    violations.add(violation(rule, object).standing(end -> !end.hasOrReplaces(object)));
  }

  private RuleViolation violation(Rule rule, SchemaObject object) {
    long table = object.is(Kind.TABLE) ? object.address().oid() : object.home();
    return Optional.ofNullable(context.measured().before().relations().get(table))
        .map(relation -> RuleViolation.on(relation, rule, subject(object, relation)))
        .orElseGet(() -> RuleViolation.of(rule, subject(object)));
  }

  private static String subject(SchemaObject object, MeasuredRelation table) {
    return object.is(Kind.TABLE)
        ? table.written()
        : table.written() + "." + Keywords.quoted(object.name().name());
  }

  private String subject(SchemaObject object) {
    String name = Keywords.quoted(object.name().name());
    String home = before.written(object.home());
    return home.isEmpty() ? object.name().written() : home + "." + name;
  }
}

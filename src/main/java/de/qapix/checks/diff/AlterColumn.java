package de.qapix.checks.diff;

import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The steps that make one column another one, without its comment. */
final class AlterColumn {

  static final Set<String> TRAITS =
      Set.of(
          "type",
          "collation",
          "generated",
          "identity",
          "identity sequence",
          "default",
          "nullability",
          "storage",
          "compression");

  /** What the columns of child tables get when that of the parent gets it. */
  static final Set<String> PASSED_ON =
      Set.of("type", "collation", "generated", "default", "nullability", "storage");

  private static final int SET_EXPRESSION = 17;

  private final SchemaObject from;
  private final SchemaObject to;
  private final CatalogObjects before;
  private final CatalogObjects after;
  private final List<DiffStep> steps = new ArrayList<>();

  private AlterColumn(
      SchemaObject from, SchemaObject to, CatalogObjects before, CatalogObjects after) {
    this.from = from;
    this.to = to;
    this.before = before;
    this.after = after;
  }

  /**
   * The steps for a column.
   *
   * @param before all that is there
   * @param after all that is to be there
   */
  static Stream<DiffStep> steps(
      SchemaObject from, SchemaObject to, CatalogObjects before, CatalogObjects after) {
    AlterColumn alter = new AlterColumn(from, to, before, after);
    alter.type();
    alter.generated();
    alter.identity();
    alter.defaultValue();
    alter.nullability();
    return Stream.concat(alter.steps.stream(), ColumnStorage.steps(from, to, before.major()));
  }

  static DiffStep setDefault(SchemaObject column) {
    String value = column.trait("default").orElseThrow();
    return DiffStep.altering(column, value, Change.safe(start(column) + "set default " + value));
  }

  static DiffStep dropDefault(SchemaObject column) {
    return DiffStep.altering(column, "", Change.safe(start(column) + "drop default"));
  }

  /** Whether the column has to be made anew. */
  static boolean isNew(SchemaObject from, SchemaObject to, int major) {
    boolean bothGenerated = kind(from).isPresent() && kind(from).equals(kind(to));
    return differs(from, to, "generated")
        && to.trait("generated").isPresent()
        && !(bothGenerated && major >= SET_EXPRESSION);
  }

  private static Optional<String> kind(SchemaObject column) {
    return column.trait("generated").map(text -> text.substring(text.lastIndexOf(' ')));
  }

  private void type() {
    if (!differs("type") && !differs("collation")) {
      return;
    }
    if (from.trait("default").isPresent()) {
      steps.add(dropDefault(from));
    }
    String type = to.trait("type").orElseThrow();
    String former = from.trait("type").orElseThrow();
    boolean loses = !TypeWidening.isKnown(former, type);
    String start = start(to) + "type " + ColumnSql.type(to);
    Optional<String> value =
        to.trait("generated").isPresent()
            ? Optional.of("")
            : new TypeCast(before)
                .sql(to.name().name(), former, type)
                .map(cast -> " using " + cast);
    steps.add(
        value
            .map(using -> DiffStep.altering(to, type, Change.losingIf(loses, start + using)))
            .orElseGet(() -> DiffStep.byHand(to, "cast")));
    if (to.trait("default").isPresent()) {
      steps.add(setDefault(to));
    }
  }

  private void generated() {
    if (!differs("generated") || isNew(from, to, before.major())) {
      return;
    }
    String expression = to.trait("generated").orElse("");
    add(
        to.trait("generated").isEmpty()
            ? "drop expression"
            : "set expression as (" + expression.substring(0, expression.lastIndexOf(' ')) + ")");
  }

  private void identity() {
    if (differs("identity") || differs("identity sequence")) {
      new AlterIdentity(from, to, sequenceStays())
          .statements()
          .forEach(sql -> steps.add(DiffStep.altering(to, sql, Change.safe(sql))));
    }
  }

  /** Whether the sequence of the former default is still to be there. */
  private boolean sequenceStays() {
    return SerialColumn.sequence(from).stream()
        .anyMatch(
            sequence ->
                after
                    .all()
                    .map(SchemaObject::name)
                    .filter(name -> name.kind() == ObjectKind.SEQUENCE)
                    .anyMatch(name -> name.sql().equals(sequence)));
  }

  private void defaultValue() {
    if (differs("default")) {
      if (to.trait("default").isPresent()) {
        steps.add(setDefault(to));
      } else if (to.trait("identity").isEmpty() && kind(to).isEmpty()) {
        steps.add(dropDefault(to));
      }
    }
  }

  private void nullability() {
    if (differs("nullability")) {
      add(
          ColumnSql.isNotNull(to)
              ? Change.needingValues(
                  ColumnOptions.namesNotNull(to)
                      ? ColumnOptions.added(to)
                      : start(to) + "set not null")
              : Change.safe(start(to) + "drop not null"));
    }
  }

  private void add(String sql) {
    add(Change.safe(start(to) + sql));
  }

  private void add(Change.Statement change) {
    steps.add(DiffStep.altering(to, change.sql(), change));
  }

  private boolean differs(String trait) {
    return differs(from, to, trait);
  }

  private static boolean differs(SchemaObject from, SchemaObject to, String trait) {
    return !Objects.equals(from.trait(trait), to.trait(trait));
  }

  private static String start(SchemaObject column) {
    return ColumnSql.alter(column);
  }
}

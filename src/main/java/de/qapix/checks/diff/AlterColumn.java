package de.qapix.checks.diff;

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

  private static final int DEFAULT_STORAGE = 16;
  private static final int SET_EXPRESSION = 17;

  private final SchemaObject from;
  private final SchemaObject to;
  private final int major;
  private final List<DiffStep> steps = new ArrayList<>();

  private AlterColumn(SchemaObject from, SchemaObject to, int major) {
    this.from = from;
    this.to = to;
    this.major = major;
  }

  static Stream<DiffStep> steps(SchemaObject from, SchemaObject to, int major) {
    AlterColumn alter = new AlterColumn(from, to, major);
    alter.type();
    alter.generated();
    alter.identity();
    alter.defaultValue();
    alter.nullability();
    alter.options();
    return alter.steps.stream();
  }

  /** What {@code add column} and {@code create table} cannot say on each version. */
  static Stream<DiffStep> optionsOfNew(SchemaObject column) {
    AlterColumn alter =
        new AlterColumn(
            new SchemaObject(column.name(), column.traitsWithout("storage", "compression")),
            column,
            DEFAULT_STORAGE);
    alter.options();
    return alter.steps.stream();
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
    String sql =
        "type "
            + ColumnSql.type(to)
            + (to.trait("generated").isPresent() ? "" : " using " + to.name().name() + "::" + type);
    boolean loses = !TypeWidening.isKnown(from.trait("type").orElseThrow(), type);
    steps.add(DiffStep.altering(to, type, Change.losingIf(loses, start(to) + sql)));
    if (to.trait("default").isPresent()) {
      steps.add(setDefault(to));
    }
  }

  private void generated() {
    if (!differs("generated") || isNew(from, to, major)) {
      return;
    }
    String expression = to.trait("generated").orElse("");
    add(
        to.trait("generated").isEmpty()
            ? "drop expression"
            : "set expression as (" + expression.substring(0, expression.lastIndexOf(' ')) + ")");
  }

  private void identity() {
    if (differs("identity")) {
      if (to.trait("identity").isEmpty()) {
        add("drop identity");
        return;
      }
      if (from.trait("identity").isEmpty()) {
        from.trait("default").ifPresent(text -> add("drop default"));
        if (!ColumnSql.isNotNull(from)) {
          add("set not null");
        }
        add("add " + ColumnSql.identity(to, to.trait("identity").orElseThrow()));
        return;
      }
      add("set generated " + to.trait("identity").orElseThrow());
    }
    if (differs("identity sequence")) {
      add(identityOptions());
    }
  }

  /** Each option anew, as one that is not told has its usual value. */
  private String identityOptions() {
    String options = to.trait("identity sequence").orElse("");
    return Stream.of("start with 1", "increment by 1", "cache 1", "no cycle")
        .map(usual -> "set " + option(options, usual))
        .reduce((left, right) -> left + " " + right)
        .orElseThrow();
  }

  private static String option(String options, String usual) {
    if (usual.equals("no cycle")) {
      return options.endsWith("cycle") ? "cycle" : usual;
    }
    String name = usual.substring(0, usual.lastIndexOf(' ') + 1);
    int start = options.indexOf(name);
    return start < 0 ? usual : name + options.substring(start + name.length()).split(" ", -1)[0];
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
              ? Change.needingValues(start(to) + "set not null")
              : Change.safe(start(to) + "drop not null"));
    }
  }

  private void options() {
    if (differs("storage")) {
      steps.add(storage());
    }
    if (differs("compression")) {
      add("set compression " + to.trait("compression").orElse("default"));
    }
  }

  private DiffStep storage() {
    if (to.trait("storage").isEmpty() && major < DEFAULT_STORAGE) {
      return DiffStep.byHand(to, "storage");
    }
    String sql = start(to) + "set storage " + to.trait("storage").orElse("default");
    return DiffStep.altering(to, "", Change.safe(sql));
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
    return "alter table "
        + column.name().parent().sql()
        + " alter column "
        + column.name().name()
        + " ";
  }
}

package de.qapix.checks.plan;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.SchemaObject;
import de.qapix.checks.diff.Change;
import de.qapix.checks.diff.TypeWidening;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the hazards of the statements of a plan, as the server's manual describes them. Tables that
 * the plan makes are used by nobody yet.
 */
public final class Hazards {

  private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
  private static final String TABLE = "(?<table>" + NAME + "\\." + NAME + ")";
  private static final Pattern ALTER =
      Pattern.compile("alter table (?:only )?" + TABLE + " (?<action>.+)", Pattern.DOTALL);
  private static final Pattern INDEX =
      Pattern.compile(
          "CREATE (?:UNIQUE )?INDEX (?<online>CONCURRENTLY )?.*? ON (?:ONLY )?" + TABLE);
  private static final Pattern DROP_INDEX =
      Pattern.compile("drop index (?<online>concurrently )?(?<index>.+)");
  private static final Pattern REINDEX = Pattern.compile("reindex index (?<index>.+)");
  private static final Pattern DROP_TABLE = Pattern.compile("drop table " + TABLE);
  private static final Pattern TRIGGER =
      Pattern.compile("CREATE (?:CONSTRAINT )?TRIGGER .*? ON " + TABLE, Pattern.DOTALL);
  private static final Pattern PART =
      Pattern.compile(
          "(?:(?:create|alter) policy|drop (?:policy|trigger|rule)) .*? on " + TABLE,
          Pattern.DOTALL);
  private static final Pattern RULE =
      Pattern.compile("CREATE (?:OR REPLACE )?RULE .*? TO " + TABLE, Pattern.DOTALL);
  private static final Pattern OTHER_TABLE =
      Pattern.compile("(?:REFERENCES|(?:at|de)tach partition) " + TABLE);
  private static final Pattern IS_CHECKED =
      Pattern.compile(
          "alter table "
              + TABLE
              + " add constraint "
              + NAME
              + " CHECK \\((?<column>"
              + NAME
              + ") IS NOT NULL\\) NOT VALID");
  private static final String EXCLUSIVE = "ACCESS EXCLUSIVE";
  private static final String WRITES = "SHARE ROW EXCLUSIVE";
  private static final String CHANGES = "SHARE UPDATE EXCLUSIVE";

  private final CatalogObjects from;
  private final Map<String, String> tableOfIndex;

  /** On this database, as it is before the plan. */
  public Hazards(Catalog from) {
    this.from = new CatalogObjects(from);
    tableOfIndex =
        from.objects().stream()
            .map(SchemaObject::name)
            .filter(name -> name.kind() == ObjectKind.INDEX)
            .collect(
                Collectors.toMap(
                    name -> name.schema() + "." + name.name(), name -> name.parent().sql()));
  }

  /** Those of each change of a plan, in its order. */
  public List<List<Hazard>> of(List<Change> plan) {
    Set<String> checked = new HashSet<>();
    return plan.stream()
        .map(change -> change instanceof Change.Statement statement ? statement.sql() : "")
        .map(
            sql -> {
              find(IS_CHECKED, sql).ifPresent(check -> checked.add(notNull(check)));
              return checked.contains(sql) ? all(sql).map(Hazards::shorter) : all(sql);
            })
        .map(all -> all.filter(hazard -> isThere(hazard.table())).distinct().toList())
        .toList();
  }

  /** The statement that has nothing to read when this check has been validated. */
  private static String notNull(Matcher check) {
    return "alter table %s alter column %s set not null"
        .formatted(check.group("table"), check.group("column"));
  }

  private static Hazard shorter(Hazard hazard) {
    return moment(hazard.lock(), hazard.table());
  }

  private boolean isThere(String table) {
    return from.table(table).filter(object -> !object.isView()).isPresent();
  }

  private Stream<Hazard> all(String sql) {
    Matcher alter = ALTER.matcher(sql);
    if (alter.matches()) {
      return ofAlter(alter.group("table"), alter.group("action"));
    }
    return Stream.of(
            ofNewIndex(sql),
            ofDroppedIndex(sql),
            find(REINDEX, sql)
                .flatMap(this::tableOf)
                .map(table -> new Hazard("SHARE", table, Hazard.Work.SCAN)),
            find(TRIGGER, sql).map(trigger -> moment(WRITES, trigger.group("table"))),
            Stream.of(DROP_TABLE, PART, RULE)
                .flatMap(pattern -> find(pattern, sql).stream())
                .findFirst()
                .map(found -> moment(EXCLUSIVE, found.group("table"))))
        .flatMap(Optional::stream);
  }

  private static Optional<Hazard> ofNewIndex(String sql) {
    return find(INDEX, sql)
        .map(
            index ->
                new Hazard(
                    isOnline(index) ? CHANGES : "SHARE", index.group("table"), Hazard.Work.SCAN));
  }

  private Optional<Hazard> ofDroppedIndex(String sql) {
    return find(DROP_INDEX, sql)
        .flatMap(
            index ->
                tableOf(index).map(table -> moment(isOnline(index) ? CHANGES : EXCLUSIVE, table)));
  }

  private static boolean isOnline(Matcher index) {
    return index.group("online") != null;
  }

  /** Empty for an index that is not there before the plan. */
  private Optional<String> tableOf(Matcher index) {
    return Optional.ofNullable(tableOfIndex.get(index.group("index")));
  }

  private static Optional<Matcher> find(Pattern pattern, String sql) {
    Matcher matcher = pattern.matcher(sql);
    return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
  }

  private Stream<Hazard> ofAlter(String table, String action) {
    Matcher others = OTHER_TABLE.matcher(action);
    boolean other = others.find();
    if (action.startsWith("add constraint") && action.contains(" FOREIGN KEY ")) {
      Hazard.Work work = action.endsWith(" NOT VALID") ? Hazard.Work.MOMENT : Hazard.Work.SCAN;
      return other
          ? Stream.of(
              new Hazard(WRITES, table, work), new Hazard(WRITES, others.group("table"), work))
          : Stream.of(new Hazard(WRITES, table, work));
    }
    if (action.startsWith("attach partition") && other) {
      return Stream.of(
          moment(CHANGES, table), new Hazard(EXCLUSIVE, others.group("table"), Hazard.Work.SCAN));
    }
    if (action.startsWith("detach partition") && other) {
      return Stream.of(moment(EXCLUSIVE, table), moment(EXCLUSIVE, others.group("table")));
    }
    return Stream.of(new Hazard(lock(action), table, work(table, action)));
  }

  private static String lock(String action) {
    if (action.matches("(?s)(validate constraint|set \\(|reset \\(|cluster on|set without).*")) {
      return CHANGES;
    }
    return action.matches("(enable|disable) (replica |always )?trigger.*") ? WRITES : EXCLUSIVE;
  }

  private Hazard.Work work(String table, String action) {
    if (action.matches("set (un)?logged")
        || (action.startsWith("add column") && fillsRows(action))
        || (action.matches("(?s)alter column .+ type .*") && rewrites(table, action))) {
      return Hazard.Work.REWRITE;
    }
    boolean reads =
        action.startsWith("validate constraint")
            || (action.startsWith("add constraint")
                && !action.contains(" using index ")
                && !action.endsWith(" NOT VALID"))
            || action.matches("(?s)alter column .+ set not null");
    return reads ? Hazard.Work.SCAN : Hazard.Work.MOMENT;
  }

  /** Whether each row gets a value of its own, which no constant in the catalog can be. */
  private static boolean fillsRows(String action) {
    return action.contains(" as identity")
        || action.matches("(?s).* generated always as \\(.*\\) stored\\b.*")
        || action.matches("(?s).* default .*(\\w+\\.\\w+\\(|nextval\\(|random|clock_timestamp).*");
  }

  private boolean rewrites(String table, String action) {
    Matcher column = Pattern.compile("alter column (" + NAME + ") type ").matcher(action);
    if (!column.find()) {
      return true;
    }
    String rest = action.substring(column.end());
    return from.table(table)
        .flatMap(object -> from.column(object.name(), column.group(1)))
        .flatMap(object -> object.trait("type"))
        .filter(type -> TypeWidening.keepsBytes(type, type(rest)))
        .isEmpty();
  }

  private static String type(String action) {
    return action.replaceFirst("(?s)( collate .*| using .*)$", "").replaceFirst(" using .*", "");
  }

  private static Hazard moment(String lock, String table) {
    return new Hazard(lock, table, Hazard.Work.MOMENT);
  }
}

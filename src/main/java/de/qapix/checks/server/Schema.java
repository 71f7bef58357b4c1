package de.qapix.checks.server;

import de.qapix.checks.names.QueryRelation;
import de.qapix.checks.names.QueryRelations;
import de.qapix.checks.rows.NullableColumns;
import de.qapix.checks.rows.ResultColumn;
import de.qapix.files.ResourceText;
import de.qapix.postgres.EmbeddedServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The names in a database: relations with their columns, functions, types. */
public final class Schema implements NullableColumns.Tables {

  private final DSLContext db;
  private final QueryRelations relations;
  private final FormerTables former;
  private List<Named> functionsAndTypes;
  private Map<List<String>, List<NotNullColumn>> notNull;
  private Map<List<String>, RelationKind> kinds;
  private List<String> standInTypes;
  private Map<List<Integer>, String> nullable;
  private Set<List<String>> references;

  private Schema(DSLContext db, QueryRelations relations, FormerTables former) {
    this.db = db;
    this.relations = relations;
    this.former = former;
  }

  /** Reads it over a describer's connection, and goes on to use that. */
  public static Schema of(ServerDescriber server) {
    return of(server, FormerTables.NONE);
  }

  /** The same of a database that had other tables before. */
  public static Schema of(ServerDescriber server, FormerTables former) {
    DSLContext db = DSL.using(server.connection(), SQLDialect.POSTGRES);
    List<QueryRelation> relations = new ArrayList<>();
    db.resultQuery(ResourceText.read(Schema.class, "relations.sql"))
        .forEach(row -> relations.add(relation(row)));
    return new Schema(db, new QueryRelations(relations), former);
  }

  private static QueryRelation relation(Record row) {
    String[] plain = row.get(6, String[].class);
    String[] quoted = row.get(7, String[].class);
    List<QueryRelation.Name> columns = new ArrayList<>();
    for (int column = 0; column < plain.length; column++) {
      if (plain[column] != null) {
        columns.add(new QueryRelation.Name(plain[column], quoted[column]));
      }
    }
    return new QueryRelation(
        new QueryRelation.Name(row.get(0, String.class), row.get(1, String.class)),
        new QueryRelation.Name(row.get(2, String.class), row.get(3, String.class)),
        row.get(4, Boolean.class),
        row.get(5, Boolean.class),
        row.get(8, Boolean.class),
        columns);
  }

  public QueryRelations relations() {
    return relations;
  }

  /** The tables that it had at some time. */
  public FormerTables former() {
    return former;
  }

  /** The names of all functions or of all types. */
  public List<QueryRelation.Name> names(Kind kind) {
    if (functionsAndTypes == null) {
      functionsAndTypes =
          db.resultQuery(ResourceText.read(Schema.class, "names.sql"))
              .fetch(
                  row ->
                      new Named(
                          row.get(0, String.class).equals("function") ? Kind.FUNCTION : Kind.TYPE,
                          new QueryRelation.Name(
                              row.get(1, String.class), row.get(2, String.class))));
    }
    return functionsAndTypes.stream()
        .filter(named -> named.kind() == kind)
        .map(Named::name)
        .toList();
  }

  /** The columns of a table that take no null, and get nothing before a row is written. */
  public List<NotNullColumn> notNull(QueryRelation table) {
    if (notNull == null) {
      notNull = new HashMap<>();
      db.resultQuery(ResourceText.read(Schema.class, "not_null.sql"))
          .forEach(
              row ->
                  notNull
                      .computeIfAbsent(
                          List.of(row.get(0, String.class), row.get(1, String.class)),
                          any -> new ArrayList<>())
                      .add(
                          new NotNullColumn(
                              new QueryRelation.Name(
                                  row.get(2, String.class), row.get(3, String.class)),
                              row.get(4, Boolean.class))));
    }
    return notNull.getOrDefault(List.of(table.schema().plain(), table.name().plain()), List.of());
  }

  /**
   * The types of extensions that the server lacks and which have stand-ins here, an empty one for
   * each without types; none where nothing is stood in for.
   */
  public List<String> standInTypes() {
    if (standInTypes == null) {
      standInTypes =
          db.resultQuery(ResourceText.read(Schema.class, "stand_ins.sql"), EmbeddedServer.STAND_IN)
              .fetch(row -> row.get(1, String.class));
    }
    return standInTypes;
  }

  /** What a relation is; nothing of one that was made only now. */
  public Optional<RelationKind> kind(QueryRelation relation) {
    if (kinds == null) {
      kinds = new HashMap<>();
      db.resultQuery(ResourceText.read(Schema.class, "kinds.sql"))
          .forEach(
              row ->
                  kinds.put(
                      List.of(row.get(0, String.class), row.get(1, String.class)),
                      new RelationKind(
                          row.get(2, String.class).charAt(0), row.get(3, Boolean.class))));
    }
    return Optional.ofNullable(
        kinds.get(List.of(relation.schema().plain(), relation.name().plain())));
  }

  @Override
  public Optional<String> nullable(ResultColumn column) {
    if (nullable == null) {
      nullable =
          db.resultQuery(ResourceText.read(Schema.class, "nullable.sql"))
              .fetchMap(
                  row -> List.of(row.get(0, Long.class).intValue(), row.get(1, Integer.class)),
                  row -> row.get(2, String.class));
    }
    return Optional.ofNullable(nullable.get(List.of(column.table(), column.number())));
  }

  @Override
  public List<String> columns(List<String> table) {
    return relations.find(table).stream()
        .flatMap(relation -> relation.columns().stream())
        .map(QueryRelation.Name::plain)
        .toList();
  }

  @Override
  public boolean refers(List<String> table, List<String> other) {
    if (references == null) {
      references =
          db.resultQuery(ResourceText.read(Schema.class, "references.sql"))
              .fetchSet(
                  row ->
                      IntStream.range(0, row.size())
                          .mapToObj(field -> row.get(field, String.class))
                          .toList());
    }
    return relations.find(table).stream()
        .flatMap(
            from ->
                relations.find(other).stream()
                    .map(
                        to ->
                            List.of(
                                from.schema().plain(),
                                from.name().plain(),
                                to.schema().plain(),
                                to.name().plain())))
        .anyMatch(references::contains);
  }

  /** The values of an enum, by its name as the server tells it. */
  public List<QueryRelation.Name> enumValues(String type) {
    return db.fetch(
            "select enumlabel::text, quote_literal(enumlabel) from pg_enum"
                + " where format_type(enumtypid, null) = ? order by enumsortorder",
            type)
        .map(row -> new QueryRelation.Name(row.get(0, String.class), row.get(1, String.class)));
  }

  /** What has a name of its own beside relations. */
  public enum Kind {
    FUNCTION,
    TYPE
  }

  private record Named(Kind kind, QueryRelation.Name name) {}
}

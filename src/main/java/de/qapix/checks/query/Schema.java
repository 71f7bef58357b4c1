package de.qapix.checks.query;

import de.qapix.checks.names.FormerTables;
import de.qapix.checks.names.NotNullColumn;
import de.qapix.checks.names.QueryRelation;
import de.qapix.checks.names.QueryRelations;
import de.qapix.checks.names.RelationKind;
import de.qapix.checks.names.StandIns;
import de.qapix.files.ResourceText;
import de.qapix.postgres.EmbeddedServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The names in a database: relations with their columns, functions, types. */
final class Schema {

  private final DSLContext db;
  private final QueryRelations relations;
  private final FormerTables former;
  private List<Named> functionsAndTypes;
  private Map<List<String>, List<NotNullColumn>> notNull;
  private Map<List<String>, RelationKind> kinds;
  private StandIns standIns;

  private Schema(DSLContext db, QueryRelations relations, FormerTables former) {
    this.db = db;
    this.relations = relations;
    this.former = former;
  }

  /** Reads it over a describer's connection, and goes on to use that. */
  static Schema of(ServerDescriber server) {
    return of(server, FormerTables.NONE);
  }

  /** The same of a database that had other tables before. */
  static Schema of(ServerDescriber server, FormerTables former) {
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

  QueryRelations relations() {
    return relations;
  }

  /** The tables that it had at some time. */
  FormerTables former() {
    return former;
  }

  /** The names of all functions or of all types. */
  List<QueryRelation.Name> names(Kind kind) {
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
  List<NotNullColumn> notNull(QueryRelation table) {
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

  /** What stands in for extensions that the server lacks. */
  StandIns standIns() {
    if (standIns == null) {
      standIns =
          new StandIns(
              db.resultQuery(
                      ResourceText.read(Schema.class, "stand_ins.sql"), EmbeddedServer.STAND_IN)
                  .fetch(row -> row.get(1, String.class)));
    }
    return standIns;
  }

  /** What a relation is; nothing of one that was made only now. */
  Optional<RelationKind> kind(QueryRelation relation) {
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

  /** The values of an enum, by its name as the server tells it. */
  List<QueryRelation.Name> enumValues(String type) {
    return db.fetch(
            "select enumlabel::text, quote_literal(enumlabel) from pg_enum"
                + " where format_type(enumtypid, null) = ? order by enumsortorder",
            type)
        .map(row -> new QueryRelation.Name(row.get(0, String.class), row.get(1, String.class)));
  }

  /** What has a name of its own beside relations. */
  enum Kind {
    FUNCTION,
    TYPE
  }

  private record Named(Kind kind, QueryRelation.Name name) {}
}

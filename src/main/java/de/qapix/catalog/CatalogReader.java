package de.qapix.catalog;

import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.currentUser;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Results;
import org.jooq.impl.SQLDataType;

/**
 * Reads the catalog of a live database: one query a kind of object, all in one message and one
 * transaction that can write nothing. Each query is a file of its own, {@code objects/<kind>.sql}.
 */
public final class CatalogReader {

  /** Schemas that are the server's own. */
  private static final String[] SYSTEM = {"pg_catalog", "information_schema", "pg_toast"};

  private static final int IDENTITY = 3;

  private CatalogReader() {}

  /**
   * Everything that is not the server's own or an extension's.
   *
   * @throws org.jooq.exception.DataAccessException when the catalog cannot be read
   */
  public static Catalog read(DSLContext db) {
    return ReadOnlyTransaction.in(db, CatalogReader::all);
  }

  /**
   * The same in a transaction that is open.
   *
   * @param transaction one of {@link ReadOnlyTransaction}
   */
  public static Catalog all(DSLContext transaction) {
    Field<String[]> others = val(SYSTEM);
    return read(
        transaction,
        List.of(ObjectKind.values()),
        others,
        List.of(transaction.resultQuery(CatalogQueries.privileges(), others)));
  }

  /**
   * The tables of one schema, with their columns, keys and indexes.
   *
   * @param transaction one of {@link ReadOnlyTransaction}
   */
  public static Catalog tables(DSLContext transaction, String schema) {
    Field<String> names = field(name("nspname"), SQLDataType.VARCHAR);
    return read(
        transaction,
        List.of(ObjectKind.TABLE, ObjectKind.COLUMN, ObjectKind.CONSTRAINT, ObjectKind.INDEX),
        array(
            select(names).from(name("pg_catalog", "pg_namespace")).where(names.ne(inline(schema)))),
        List.of());
  }

  /**
   * @param others the schemas that are left out
   * @param more queries whose rows name the object of which they tell more traits
   */
  private static Catalog read(
      DSLContext transaction,
      List<ObjectKind> kinds,
      Field<String[]> others,
      List<ResultQuery<Record>> more) {
    List<Query> questions = new ArrayList<>(List.of(version(transaction)));
    kinds.forEach(
        kind -> questions.add(transaction.resultQuery(CatalogQueries.text(kind), others)));
    questions.addAll(more);
    Iterator<Result<Record>> answers = ask(transaction, questions).iterator();
    Record server = answers.next().get(0);
    Map<ObjectName, Map<String, String>> objects = new LinkedHashMap<>();
    for (ObjectKind kind : kinds) {
      answers.next().forEach(row -> objects.put(objectName(kind, row, 0), traits(row, IDENTITY)));
    }
    answers.forEachRemaining(rows -> rows.forEach(row -> add(objects, row)));
    return new Catalog(server.get(0, Integer.class), server.get(1, String.class), objects(objects));
  }

  /** What belongs to an extension is named here, too. */
  private static void add(Map<ObjectName, Map<String, String>> objects, Record row) {
    ObjectName name = objectName(ObjectKind.of(row.get(0, String.class)), row, 1);
    if (objects.containsKey(name)) {
      objects.get(name).putAll(traits(row, IDENTITY + 1));
    }
  }

  private static List<SchemaObject> objects(Map<ObjectName, Map<String, String>> objects) {
    return objects.entrySet().stream()
        .map(object -> new SchemaObject(object.getKey(), object.getValue()))
        .toList();
  }

  /** At once: a distant server takes its time for each message. */
  private static Results ask(DSLContext transaction, List<Query> questions) {
    return transaction.fetchMany(
        questions.stream().map(transaction::renderInlined).collect(joining(";\n")));
  }

  private static Query version(DSLContext transaction) {
    return transaction.select(
        function("current_setting", SQLDataType.VARCHAR, inline("server_version_num"))
            .cast(SQLDataType.INTEGER),
        function(name("pg_catalog", "quote_ident"), SQLDataType.VARCHAR, currentUser()));
  }

  /**
   * @param first the column with the schema
   */
  private static ObjectName objectName(ObjectKind kind, Record row, int first) {
    return new ObjectName(
        kind,
        row.get(first, String.class),
        row.get(first + 1, String.class),
        row.get(first + 2, String.class));
  }

  private static Map<String, String> traits(Record row, int first) {
    Map<String, String> traits = new TreeMap<>();
    for (int column = first; column < row.size(); column++) {
      String value = row.get(column, String.class);
      if (value != null) {
        traits.put(row.field(column).getName(), value);
      }
    }
    return traits;
  }
}

package de.qapix.catalog;

import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
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
    return read(transaction, List.of(ObjectKind.values()), val(SYSTEM));
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
            select(names)
                .from(name("pg_catalog", "pg_namespace"))
                .where(names.ne(inline(schema)))));
  }

  /**
   * @param others the schemas that are left out
   */
  private static Catalog read(
      DSLContext transaction, List<ObjectKind> kinds, Field<String[]> others) {
    List<Query> questions = new ArrayList<>(List.of(version(transaction)));
    kinds.forEach(
        kind -> questions.add(transaction.resultQuery(CatalogQueries.text(kind), others)));
    Iterator<Result<Record>> answers = ask(transaction, questions).iterator();
    int version = answers.next().get(0).get(0, Integer.class);
    List<SchemaObject> objects = new ArrayList<>();
    for (ObjectKind kind : kinds) {
      answers.next().forEach(row -> objects.add(object(kind, row)));
    }
    return new Catalog(version, objects);
  }

  /** At once: a distant server takes its time for each message. */
  private static Results ask(DSLContext transaction, List<Query> questions) {
    return transaction.fetchMany(
        questions.stream().map(transaction::renderInlined).collect(joining(";\n")));
  }

  private static Query version(DSLContext transaction) {
    return transaction.select(
        function("current_setting", SQLDataType.VARCHAR, inline("server_version_num"))
            .cast(SQLDataType.INTEGER));
  }

  private static SchemaObject object(ObjectKind kind, Record row) {
    Map<String, String> traits = new TreeMap<>();
    for (int column = IDENTITY; column < row.size(); column++) {
      String value = row.get(column, String.class);
      if (value != null) {
        traits.put(row.field(column).getName(), value);
      }
    }
    return new SchemaObject(
        new ObjectName(
            kind, row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)),
        traits);
  }
}

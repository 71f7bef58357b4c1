package de.qapix.catalog;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/**
 * Reads the catalog of a live database: one query a kind of object, in one transaction that can
 * write nothing. Each query is a file of its own, {@code catalog/<kind>.sql}.
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

  public static Catalog all(DSLContext transaction) {
    // Constants of defaults are printed in the session's style and time zone.
    transaction.setLocal(name("timezone"), inline("UTC")).execute();
    transaction.setLocal(name("datestyle"), inline("ISO, YMD")).execute();
    transaction.setLocal(name("intervalstyle"), inline("postgres")).execute();
    // Names are printed with their schema only where the path does not lead to them.
    transaction.setLocal(name("search_path"), inline("pg_catalog")).execute();
    List<SchemaObject> objects = new ArrayList<>();
    for (ObjectKind kind : ObjectKind.values()) {
      transaction
          .resultQuery(CatalogQueries.text(kind), val(SYSTEM))
          .forEach(row -> objects.add(object(kind, row)));
    }
    return new Catalog(version(transaction), objects);
  }

  private static int version(DSLContext transaction) {
    return transaction
        .select(
            function("current_setting", SQLDataType.VARCHAR, inline("server_version_num"))
                .cast(SQLDataType.INTEGER))
        .fetchSingle()
        .value1();
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

package de.qapix.catalog;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * The only way in which a user's database is looked at: a transaction that can write nothing, waits
 * for nobody for long, and in which the server prints alike whatever the database, the role or a
 * pooler has set.
 */
public final class ReadOnlyTransaction {

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("transaction_read_only", "on"),
          // Whatever holds a table for longer does not end soon.
          Map.entry("lock_timeout", "3s"),
          // Constants of defaults are printed in the style and time zone of the session.
          Map.entry("timezone", "UTC"),
          Map.entry("datestyle", "ISO, YMD"),
          Map.entry("intervalstyle", "postgres"),
          Map.entry("bytea_output", "hex"),
          Map.entry("extra_float_digits", "3"),
          Map.entry("lc_monetary", "C"),
          Map.entry("standard_conforming_strings", "on"),
          // Names, too: with their schema where the path does not lead to them.
          Map.entry("quote_all_identifiers", "off"),
          Map.entry("search_path", "pg_catalog"));

  private ReadOnlyTransaction() {}

  public static <T> T in(DSLContext db, Function<DSLContext, T> work) {
    return db.transactionResult(
        configuration -> {
          DSLContext transaction = configuration.dsl();
          begin(transaction);
          return work.apply(transaction);
        });
  }

  /** Makes the transaction that is open such a one, from here to its end. */
  public static void begin(DSLContext transaction) {
    transaction
        .select(
            SETTINGS.entrySet().stream()
                .map(setting -> setting(setting.getKey(), setting.getValue()))
                .toList())
        .fetch();
  }

  /** For this transaction alone: behind a pooler the next one may be another session. */
  private static Field<String> setting(String name, String value) {
    return function(
        name("pg_catalog", "set_config"),
        SQLDataType.VARCHAR,
        inline(name),
        inline(value),
        inline(true));
  }
}

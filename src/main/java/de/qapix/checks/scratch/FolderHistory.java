package de.qapix.checks.scratch;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import de.qapix.catalog.ReadOnlyTransaction;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** What a tool has written down in somebody's database of a folder's migrations. */
public final class FolderHistory {

  private static final Field<String> SCHEMA = field(name("schemaname"), SQLDataType.VARCHAR);
  private static final Field<String> TABLE = field(name("tablename"), SQLDataType.VARCHAR);

  private FolderHistory() {}

  /**
   * Each migration of the folder, of the database or of both; empty where the schema has no history
   * of the folder's kind.
   */
  public static Optional<List<MigrationStanding>> read(
      DSLContext db, String schema, MigrationFolder folder) {
    return ReadOnlyTransaction.in(
        db,
        transaction ->
            switch (folder.layout()) {
              case PRISMA ->
                  has(transaction, schema, PrismaHistory.TABLE)
                      ? Optional.of(PrismaHistory.read(transaction, schema, folder))
                      : Optional.empty();
              case FLYWAY ->
                  has(transaction, schema, FlywayHistory.TABLE)
                      ? Optional.of(FlywayHistory.read(transaction, schema, folder))
                      : Optional.empty();
              case PRISMA_8 ->
                  has(transaction, PrismaLedger.SCHEMA, PrismaLedger.MARKER)
                      ? Optional.of(
                          PrismaLedger.read(
                              transaction,
                              has(transaction, PrismaLedger.SCHEMA, PrismaLedger.LEDGER),
                              folder))
                      : Optional.empty();
              case DRIZZLE ->
                  has(transaction, DrizzleHistory.SCHEMA, DrizzleHistory.TABLE)
                      ? Optional.of(DrizzleHistory.read(transaction, folder))
                      : Optional.empty();
              case NUMBERED, SINGLE_FILE, SCHEMA_FILES -> Optional.empty();
            });
  }

  private static boolean has(DSLContext transaction, String schema, String table) {
    return transaction.fetchExists(
        table(name("pg_catalog", "pg_tables")), SCHEMA.eq(schema), TABLE.eq(table));
  }
}

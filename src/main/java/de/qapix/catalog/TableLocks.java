package de.qapix.catalog;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;

/** Finds out who keeps us from a table. */
public final class TableLocks {

  private static final String PATIENCE = "1s";
  private static final String NOT_AVAILABLE = "55P03";

  private static final Field<String> TABLE = field(name("table"), SQLDataType.VARCHAR);
  private static final Field<String> PREPARED = field(name("prepared"), SQLDataType.VARCHAR);
  private static final Field<Integer> PID = field(name("pid"), SQLDataType.INTEGER);
  private static final Field<String> ROLE = field(name("role"), SQLDataType.VARCHAR);
  private static final Field<String> APPLICATION = field(name("application"), SQLDataType.VARCHAR);
  private static final Field<Instant> SINCE = field(name("since"), SQLDataType.INSTANT);
  private static final Field<Integer> OTHER = field(name("other"), SQLDataType.INTEGER);
  private static final Field<String> OTHER_ROLE = field(name("other_role"), SQLDataType.VARCHAR);
  private static final Field<String> OTHER_APPLICATION =
      field(name("other_application"), SQLDataType.VARCHAR);
  private static final Field<Instant> OTHER_SINCE = field(name("other_since"), SQLDataType.INSTANT);

  private static final List<Field<?>> COLUMNS =
      List.of(
          TABLE,
          PREPARED,
          PID,
          ROLE,
          APPLICATION,
          SINCE,
          OTHER,
          OTHER_ROLE,
          OTHER_APPLICATION,
          OTHER_SINCE);

  private TableLocks() {}

  /** What is wanted of tables. */
  public enum Need {
    /** To read any of them, or what they look like. */
    READ,
    /** To write rows of ours. */
    WRITE,
    /** To change ours. */
    CHANGE
  }

  /**
   * The locks that are in the way, the one that most likely is first.
   *
   * @param shared the schema of the two shared tables
   * @param own the server's processes that are ours
   * @return none where even the catalog is locked, or who held a lock has let it go
   */
  public static List<TableLock> find(
      DSLContext db, Need need, String shared, Collection<Integer> own) {
    try {
      return read(db, need, shared, own);
    } catch (DataAccessException failure) {
      if (NOT_AVAILABLE.equals(failure.sqlState())) {
        return List.of();
      }
      throw failure;
    }
  }

  private static List<TableLock> read(
      DSLContext db, Need need, String shared, Collection<Integer> own) {
    return ReadOnlyTransaction.in(
        db,
        transaction -> {
          transaction.setLocal(name("lock_timeout"), inline(PATIENCE)).execute();
          return transaction
              .resultQuery(
                  CatalogQueries.text("locks.sql"),
                  val(shared),
                  inline(need.name().toLowerCase(Locale.ROOT)),
                  val(own.toArray(Integer[]::new)))
              // The driver would have to ask for their types, in tables that may be locked.
              .coerce(COLUMNS)
              .fetch(TableLocks::lock);
        });
  }

  private static TableLock lock(Record row) {
    return new TableLock(
        row.get(TABLE),
        Optional.of(row.get(PREPARED)).filter(name -> !name.isEmpty()),
        new Session(
            row.get(PID), row.get(ROLE), row.get(APPLICATION), Optional.ofNullable(row.get(SINCE))),
        Optional.ofNullable(row.get(OTHER))
            .map(
                pid ->
                    new Session(
                        pid,
                        row.get(OTHER_ROLE),
                        row.get(OTHER_APPLICATION),
                        Optional.ofNullable(row.get(OTHER_SINCE)))));
  }
}

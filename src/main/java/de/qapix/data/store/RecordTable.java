package de.qapix.data.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * The tables of one source. {@code R} is a record with all that belongs to it. Every method works
 * inside the transaction that it is given.
 */
public interface RecordTable<R> {

  /** What is stored of these keys; a key that is not stored is not in the answer. */
  Map<String, StoredRecord> find(DSLContext db, String scope, Collection<String> keys);

  /**
   * What is stored of each of these stretches, in the order of its start times: so many records of
   * each at most, and all that start together with the last of them.
   */
  List<List<StoredRecord>> find(DSLContext db, String scope, List<Stretch> stretches, int most);

  /**
   * How many records are stored of the stretch, not deleted, that have once been listed, but by
   * none of these scopes.
   */
  long unattended(DSLContext db, Collection<String> scopes, Instant from, Instant until);

  /**
   * Writes records that a scope has listed, and marks others as deleted with all that belongs to
   * them. What is equal already is not touched.
   *
   * @param gone keys of those to mark
   * @return what was new about it
   */
  BatchResult write(
      DSLContext transaction, ReadContext context, List<R> records, Collection<String> gone);
}

package de.qapix.data.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * Keys that this scope has once listed, that are not deleted with all that belongs to them, and
   * that start in the stretch.
   */
  Set<String> listed(DSLContext db, String scope, Instant from, Instant until);

  /**
   * How many records are stored of the stretch, not deleted, that have once been listed, but by
   * none of these scopes.
   */
  long unattended(DSLContext db, Collection<String> scopes, Instant from, Instant until);

  /** Writes records that a scope has listed. What is equal already is not touched. */
  WrittenRecords write(DSLContext transaction, ReadContext reading, List<R> records);

  /**
   * Marks records as deleted, with all that belongs to them.
   *
   * @return the keys of those that were not marked before
   */
  Set<String> remove(DSLContext transaction, Collection<String> keys, Instant now);
}

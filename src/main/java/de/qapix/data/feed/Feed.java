package de.qapix.data.feed;

import de.qapix.data.api.ApiException;
import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.ApiUsage;
import de.qapix.data.api.Page;
import de.qapix.data.api.TimeBox;
import de.qapix.data.store.Account;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * One API as a sync sees it. Every method that makes requests throws {@link TimeoutException} when
 * the time box ends first and {@link ApiException} when the API does not give what was asked for;
 * all may be called by several threads at once.
 *
 * @param <L> a record as a list shows it
 * @param <W> the same record with all that belongs to it
 */
public interface Feed<L extends ListedRecord, W extends CompleteRecord> {

  /** What kind of record it lists, e.g. {@code event}. */
  String kind();

  /** Tells one token from another without giving it away. */
  String credential();

  /** Who we are, with the largest scope that we might be allowed to list. */
  Account whoAmI(TimeBox box) throws InterruptedException, TimeoutException;

  /** What such a candidate may really list. */
  Account entitled(Account candidate, TimeBox box) throws InterruptedException, TimeoutException;

  /** Who we are and what we may list. */
  default Account open(TimeBox box) throws InterruptedException, TimeoutException {
    return entitled(whoAmI(box), box);
  }

  /** The small lists that are read whole. */
  ReferenceLists catalogue(Account account, TimeBox box)
      throws InterruptedException, TimeoutException;

  /**
   * The request for the first page of what starts from {@code from} to {@code until}, ascending.
   */
  ApiRequest list(Account account, Instant from, Instant until);

  /** The page that this request asks for. */
  Page<L> page(ApiRequest request, TimeBox box) throws InterruptedException, TimeoutException;

  /** The record with all that belongs to it. */
  W complete(L record, TimeBox box) throws InterruptedException, TimeoutException;

  /** A listed record from its text; empty where that can no longer be read. */
  Optional<L> read(String raw);

  /** What it costs to list so many records. */
  Cost listing(long records);

  /** What it costs to complete a record. */
  Cost cost(L record);

  /** One record by its key; empty when the API says that it does not exist. */
  Optional<L> find(String key, TimeBox box) throws InterruptedException, TimeoutException;

  /**
   * Key of the listed record that something is or belongs to, so that it can be asked for; empty
   * where it cannot be told from the key.
   *
   * @param kind what it is, e.g. {@code invitee}
   */
  Optional<String> listedKey(String kind, String key);

  /**
   * Asserts that a run whose time is up has not asked in vain: that something was answered, or that
   * it was the limit or a signal that ended it.
   *
   * @throws ApiException what came instead of answers
   */
  void assertAnswered(TimeBox box);

  /** How hard the API has been worked so far. */
  ApiUsage effort();
}

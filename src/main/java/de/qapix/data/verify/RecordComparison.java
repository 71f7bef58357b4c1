package de.qapix.data.verify;

import de.qapix.data.api.ApiException;
import de.qapix.data.api.UnreadableRecordException;
import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.FeedRequests;
import de.qapix.data.feed.ListedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Compares what comes from the API with the database, and reads further what that needs. */
final class RecordComparison<L extends ListedRecord, W extends CompleteRecord> {

  private static final int WHOLE_AT_ONCE = 50;

  /** The clock of a sync on another machine may be a little off. */
  private static final Duration LEEWAY = Duration.ofMinutes(1);

  private final FeedRequests<L, W> requests;
  private final StoredComparison<L, W> inventory;
  private final VerificationFindings findings;
  private final Sample sample;
  private final DifferenceConfirmation<L> listed;
  private final DifferenceConfirmation<W> whole;
  private final List<W> complete = new ArrayList<>();
  private long compared;
  private long comparedWhole;

  RecordComparison(
      FeedRequests<L, W> requests,
      StoredComparison<L, W> inventory,
      ExpectedRecords expected,
      VerificationFindings findings,
      Sample sample) {
    this.requests = requests;
    this.inventory = inventory;
    this.findings = findings;
    this.sample = sample;
    Instant began = expected.now().minus(LEEWAY);
    this.listed =
        new DifferenceConfirmation<>(
            ListedRecord::key,
            records -> inventory.compareListed(records, expected),
            keys -> inventory.writtenSince(began, keys),
            this::listAgain,
            findings::add);
    this.whole =
        new DifferenceConfirmation<>(
            CompleteRecord::key,
            inventory::compareWhole,
            keys -> inventory.writtenSince(began, keys),
            this::readAgain,
            findings::add);
  }

  /** Compares records of a list, and asks for what belongs to those of the sample. */
  void listed(List<L> records) {
    listed.examine(records);
    compared += records.size();
    for (L record : records) {
      if (sample.holds(record.key())) {
        requests.complete(record, this::completed, failure -> unread(record.key(), failure));
      }
    }
  }

  private void completed(W record) {
    record.unreadable().forEach(findings::unread);
    comparedWhole++;
    complete.add(record);
    if (complete.size() >= WHOLE_AT_ONCE) {
      finish();
    }
  }

  /** Whether all that has come is compared. */
  boolean isFinished() {
    return complete.isEmpty();
  }

  /** Compares what has come and was not compared yet. */
  void finish() {
    List<W> records = List.copyOf(complete);
    complete.clear();
    whole.examine(records);
  }

  /**
   * Asks for stored records that a list did not show.
   *
   * @param elsewhere whether a record that starts at this moment is in another list
   * @param guarded whether a sync holds so many back
   */
  void confirm(Set<String> keys, Predicate<Instant> elsewhere, boolean guarded) {
    for (String key : keys) {
      requests.find(
          key,
          found -> {
            if (found.isEmpty()) {
              findings.extra(inventory.findExtra(key), guarded);
            } else if (!elsewhere.test(found.get().start())) {
              compared++;
              listed.examine(List.of(found.get()));
            }
          },
          failure -> unread(key, failure));
    }
  }

  private void listAgain(List<L> records, Consumer<L> again) {
    for (L record : records) {
      String key = record.key();
      requests.find(key, found -> existing(key, found, again), failure -> unread(key, failure));
    }
  }

  private void readAgain(List<W> records, Consumer<W> again) {
    for (W record : records) {
      String key = record.key();
      requests.findWhole(key, found -> found.ifPresent(again), failure -> unread(key, failure));
    }
  }

  private void existing(String key, Optional<L> found, Consumer<L> again) {
    found.ifPresentOrElse(again, () -> inventory.findExtra(key).forEach(findings::add));
  }

  private void unread(String key, RuntimeException failure) {
    findings.unread(requests.feed().kind(), key, reason(failure));
  }

  /** What is about one record is said of it; all else ends the verification. */
  private static String reason(RuntimeException failure) {
    if (failure instanceof UnreadableRecordException) {
      return failure.getMessage();
    }
    if (failure instanceof ApiException refusal && refusal.concernsOneRecord()) {
      return refusal.kind() + " " + refusal.status() + ": " + refusal.answer();
    }
    throw failure;
  }

  /** Records compared as a list shows them. */
  long compared() {
    return compared;
  }

  /** Records compared with all that belongs to them. */
  long comparedWhole() {
    return comparedWhole;
  }
}

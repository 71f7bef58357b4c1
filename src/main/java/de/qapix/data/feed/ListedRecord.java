package de.qapix.data.feed;

import java.time.Instant;

/** A record as a list shows it, without what belongs to it. */
public interface ListedRecord {

  /** By what the record is known, in the API and in the database. */
  String key();

  /** Its place in the window. */
  Instant start();

  /** Equal fingerprints mean that nothing the list shows has changed. */
  String fingerprint();

  /** When the API last changed it; the same for all where the API does not say. */
  Instant changedAt();

  /** The record as it came. */
  String raw();
}

package de.qapix.data.feed;

import de.qapix.data.api.UnreadableRecord;
import java.util.List;

/** A record with all that belongs to it. */
public interface CompleteRecord {

  String key();

  /** That of the record as the list showed it. */
  String fingerprint();

  /** The record as it came. */
  String raw();

  /** What belongs to it and could not be decoded. */
  List<UnreadableRecord> unreadable();

  /** Keys of the record and of all that belongs to it and could be decoded. */
  List<String> readable();
}

package de.qapix.data.api;

/** One record of an answer is not what the API promises; the message names the field. */
public final class UnreadableRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableRecordException(String message) {
    super(message);
  }
}

package de.qapix.data.api;

import java.io.IOException;

/** The body of an answer, as it came or unpacked, is larger than any of the API is. */
final class BodyTooLargeException extends IOException {

  /** In bytes. A page of Calendly has less than a megabyte. */
  static final int MOST = 64 * 1024 * 1024;

  private static final long serialVersionUID = 1L;

  BodyTooLargeException() {
    super("larger than " + MOST);
  }
}

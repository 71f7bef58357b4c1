package de.qapix.data.api;

import java.io.IOException;

/** The server has closed a connection that was kept, before it said a word to a request on it. */
final class ClosedConnectionException extends IOException {

  private static final long serialVersionUID = 1L;

  ClosedConnectionException(IOException cause) {
    super(cause);
  }
}

package de.qapix.cli;

import java.net.URI;

/** This machine, to which no proxy leads and no eavesdropper listens. */
final class Loopback {

  private Loopback() {}

  /** Whether an address is of this machine, by its name or number. */
  static boolean isAt(URI address) {
    return address.getHost().matches("(?i)localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");
  }
}

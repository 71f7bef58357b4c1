package de.qapix.data.api;

import java.io.IOException;

/** A proxy has refused to lead to the host. */
final class TunnelException extends IOException {

  private static final long serialVersionUID = 1L;
  private static final int LOGIN = 407;

  private final int status;

  TunnelException(int status) {
    super("Tunnel failed, got: " + status);
    this.status = status;
  }

  /** Whether it wants a user and a password, or others. */
  boolean wantsLogin() {
    return status == LOGIN;
  }
}

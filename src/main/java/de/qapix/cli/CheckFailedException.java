package de.qapix.cli;

/** The thing asked about is not in order. */
public final class CheckFailedException extends StatedException {

  private static final long serialVersionUID = 1L;

  public CheckFailedException(String key, Object... arguments) {
    super(key, arguments);
  }
}

package de.qapix.cli;

/** An option, value or setting that cannot be meant. */
final class WrongUseException extends StatedException {

  private static final long serialVersionUID = 1L;

  WrongUseException(String key, Object... arguments) {
    super(key, arguments);
  }
}

package de.qapix.cli;

import java.util.List;

/** An option, value or setting that cannot be meant; the key names the message that says so. */
final class WrongUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  /**
   * @param key of the message; the hint's key is the same with {@code .hint} behind it
   */
  WrongUseException(String key, Object... arguments) {
    super(key);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  String key() {
    return key;
  }

  Object[] arguments() {
    return arguments.toArray();
  }
}

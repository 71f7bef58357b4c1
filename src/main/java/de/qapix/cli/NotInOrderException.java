package de.qapix.cli;

import java.util.List;

/** The thing asked about is not in order; the key names the message that says what. */
final class NotInOrderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  /**
   * @param key of the message; the hint's key is the same with {@code .hint} behind it
   */
  NotInOrderException(String key, Object... arguments) {
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

package de.qapix.cli;

import java.util.List;

/** Something that the user has to put right, with the key of the message that says what. */
abstract sealed class StatedException extends RuntimeException
    permits WrongUseException, CheckFailedException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  /**
   * @param key of the message; the hint's key is the same with {@code .hint} behind it
   */
  StatedException(String key, Object... arguments) {
    super(key);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  public String key() {
    return key;
  }

  public Object[] arguments() {
    return arguments.toArray();
  }
}

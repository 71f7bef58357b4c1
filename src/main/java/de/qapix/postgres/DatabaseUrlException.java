package de.qapix.postgres;

/**
 * A database's address that cannot be used. Nothing of the address is in it but names of parameters
 * that everybody knows: whatever else stands in a broken address may be a piece of its password.
 */
public final class DatabaseUrlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with the address. */
  public enum Kind {
    /** It is none of the forms that are understood. */
    FORM,
    /** It has a special character in a place where that must be escaped. */
    UNESCAPED,
    /** A percent sign in it does not begin an escape. */
    ESCAPE,
    /** It holds a control character. */
    CHARACTER,
    /** What stands in the host's place is none. */
    HOST,
    /** What stands in the port's place is none. */
    PORT,
    /** It names a Unix socket, which the driver cannot use. */
    SOCKET,
    /** A parameter's value makes no sense; the detail is its name. */
    VALUE,
    /** A parameter occurs twice; the detail is its name or number. */
    TWICE,
    /** A parameter names a file that cannot be read; the detail is its name. */
    FILE,
    /** The server's certificate is to be checked, and there is nothing to check it with. */
    NO_ROOT,
    /** The system's certificates go with nothing less than a full check. */
    WEAK_ROOT,
    /** Parameters contradict each other; the detail names them. */
    CONTRADICTION,
    /** A parameter that cannot be followed and must not be left out; the detail is its name. */
    UNSUPPORTED,
    /** A parameter that nobody knows, though it sounds like safety; the detail is its number. */
    UNKNOWN_SAFETY
  }

  private final Kind kind;
  private final String detail;

  DatabaseUrlException(Kind kind, String detail) {
    super(kind + " " + detail);
    this.kind = kind;
    this.detail = detail;
  }

  public Kind kind() {
    return kind;
  }

  /** The name of a parameter, or what else the kind says. */
  public String detail() {
    return detail;
  }
}

package de.qapix.postgres;

/**
 * A database's address that cannot be used. The address itself is not in it: it holds a password.
 */
public final class DatabaseUrlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with the address. */
  public enum Kind {
    /** It is none of the forms that are understood. */
    FORM,
    /** A percent sign in it does not begin an escape. */
    ESCAPE,
    /** It names a Unix socket, which the driver cannot use. */
    SOCKET,
    /** A parameter's value makes no sense; the detail is its name. */
    VALUE
  }

  private final Kind kind;
  private final String detail;

  DatabaseUrlException(Kind kind, String detail) {
    this(kind, detail, null);
  }

  DatabaseUrlException(Kind kind, String detail, Throwable cause) {
    super(kind + " " + detail, cause);
    this.kind = kind;
    this.detail = detail;
  }

  public Kind kind() {
    return kind;
  }

  /** The name of the parameter, or empty. */
  public String detail() {
    return detail;
  }
}

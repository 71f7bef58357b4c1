package de.qapix.postgres;

import java.nio.file.Path;

/** The embedded server cannot be used here. */
public final class EmbeddedServerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, by who can act. */
  public enum Kind {
    /** The folder belongs to another user; the detail is that user's name. */
    FOREIGN_FOLDER,
    /** The folder cannot be made or written; the detail is the reason. */
    UNWRITABLE,
    /** There is no PostgreSQL for this machine in this build; the detail is the machine. */
    NO_BINARIES,
    /** Root needs {@code unshare}, which does not work here; the detail is the reason. */
    NO_UNSHARE,
    /** The data were made by another major version; the detail is that version. */
    OTHER_VERSION,
    /** The server does not start; the detail is the end of its log. */
    NOT_STARTED
  }

  private final Kind kind;
  private final transient Path place;
  private final String detail;

  EmbeddedServerException(Kind kind, Path place, String detail) {
    this(kind, place, detail, null);
  }

  EmbeddedServerException(Kind kind, Path place, String detail, Throwable cause) {
    super(kind + " " + place + ": " + detail, cause);
    this.kind = kind;
    this.place = place;
    this.detail = detail;
  }

  public Kind kind() {
    return kind;
  }

  /** The folder that it is about. */
  public String place() {
    return String.valueOf(place);
  }

  public String detail() {
    return detail;
  }
}

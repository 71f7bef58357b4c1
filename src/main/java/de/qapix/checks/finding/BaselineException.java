package de.qapix.checks.finding;

import java.nio.file.Path;
import java.util.Locale;

/** A baseline that cannot be used, and in which way. */
public final class BaselineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What went wrong, by what the user can do. */
  public enum Kind {
    /** There is no such file. */
    MISSING,
    /** It is there and cannot be read: rights, a folder. */
    UNREADABLE,
    /** It is no JSON, e.g. after a merge with conflicts. */
    MALFORMED,
    NOT_UTF8,
    /** It is JSON without a version or findings. */
    NO_BASELINE,
    /** An entry lacks the field that is told. */
    INCOMPLETE,
    /** It is of a version that this qapix does not know. */
    UNKNOWN_VERSION,
    /** It cannot be written. */
    UNWRITABLE
  }

  private final Kind kind;
  private final transient Path file;
  private final String detail;

  BaselineException(Kind kind, Path file, String detail, Throwable cause) {
    super(file + ": " + kind.name().toLowerCase(Locale.ROOT) + ": " + detail, cause);
    this.kind = kind;
    this.file = file;
    this.detail = detail;
  }

  public Kind kind() {
    return kind;
  }

  public Path file() {
    return file;
  }

  /** What the machine said of it in English, or what it is about. */
  public String detail() {
    return detail;
  }
}

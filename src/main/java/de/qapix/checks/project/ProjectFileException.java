package de.qapix.checks.project;

import java.util.List;

/** A project file that cannot be used. */
public final class ProjectFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Kind {
    MISSING,
    /** The detail says why. */
    UNREADABLE,
    /** A symbolic link in the way; the detail is its path. */
    LINK,
    /** No TOML; the detail says why. */
    SYNTAX,
    /** The detail is the key, and the known ones are known. */
    UNKNOWN_KEY,
    /** The same with the id of a rule. */
    UNKNOWN_RULE,
    /** The same with a severity. */
    UNKNOWN_SEVERITY,
    /** The detail is the key that is missing. */
    MISSING_KEY,
    /** A key whose value has another type than text. */
    NO_TEXT,
    /** A key whose value is neither a text nor a list of texts. */
    NO_TEXTS,
    /** A key whose value is not a table, or not a list of tables. */
    NO_TABLE,
    /** No number from 0 to 100. */
    NO_PERCENTAGE,
    /** An address or a secret stands in the file; the detail is the key. */
    SECRET,
    /** What should be the name of a variable and is none. */
    NO_VARIABLE,
    /** A path that leads out of the folder; the detail is the path. */
    OUTSIDE,
    /** No database. */
    EMPTY,
    /** Two databases of one name, which is the detail. */
    TWICE,
    /** A database with nothing to check; the detail is its name. */
    NOTHING,
    /** The file lies in a folder whose name means something in patterns. */
    FOLDER
  }

  private final Kind kind;
  private final transient ProjectPlace place;
  private final String detail;
  private final transient List<String> known;

  public ProjectFileException(Kind kind, ProjectPlace place, String detail, List<String> known) {
    super(kind + " " + place + ": " + detail);
    this.kind = kind;
    this.place = place;
    this.detail = detail;
    this.known = List.copyOf(known);
  }

  ProjectFileException(Kind kind, ProjectPlace place, String detail) {
    this(kind, place, detail, List.of());
  }

  public Kind kind() {
    return kind;
  }

  public ProjectPlace place() {
    return place;
  }

  /** What {@link Kind} says; empty where it says nothing. */
  public String detail() {
    return detail;
  }

  /** What could have been meant. */
  public List<String> known() {
    return known;
  }
}

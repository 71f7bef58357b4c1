package de.qapix.checks.scratch;

import java.nio.file.Path;
import java.util.OptionalInt;

/** A folder of migrations that cannot be read. */
public final class MigrationFolderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** There is no such folder. */
    MISSING,
    /** The folder, or a file in it, cannot be read; the detail is the reason. */
    UNREADABLE,
    /** There is no migration in it, nor anything else. */
    EMPTY,
    /** What is in it is laid out in none of the ways that are known. */
    NO_LAYOUT,
    /** A file that somebody has named instead of a folder, and which is no SQL. */
    NOT_SQL,
    /** There are migrations, but none of them is SQL. */
    NO_SQL,
    /** A file of Drizzle's or Prisma's that is no JSON; the detail is why. */
    NOT_JSON,
    /** A file of Drizzle's or Prisma's lacks a field; the detail is its name. */
    NO_FIELD,
    /** No migrations of Prisma's lead to the state that is wanted; the detail is its hash. */
    NO_PATH,
    /** Migrations of Prisma's lead to several states, or to none; the detail is the last ones. */
    MANY_ENDS,
    /** Drizzle's journal names a file that is not there; the detail is that file. */
    NO_FILE,
    /** Two migrations with one version or, if repeatable, one name; the detail is the other one. */
    DUPLICATE,
    /** The part of a file's name that should be a version is none; the detail is that part. */
    NO_VERSION,
    /** A file that is no text in UTF-8. */
    NOT_UTF8,
    /** The migrations are for another database; the detail is what it is called. */
    NOT_POSTGRESQL,
    /** A placeholder without a value; the detail is its name, and the line is known. */
    NO_VALUE
  }

  private final Kind kind;
  private final transient Path place;
  private final String detail;
  private final transient OptionalInt line;

  /** Of migrations for another database. */
  public static MigrationFolderException notPostgresql(Path place, String database) {
    return new MigrationFolderException(Kind.NOT_POSTGRESQL, place, database);
  }

  MigrationFolderException(Kind kind, Path place, String detail) {
    this(kind, place, detail, OptionalInt.empty());
  }

  MigrationFolderException(Kind kind, Path place, String detail, OptionalInt line) {
    super(kind + " " + place + ": " + detail);
    this.kind = kind;
    this.place = place;
    this.detail = detail;
    this.line = line;
  }

  public Kind kind() {
    return kind;
  }

  /** The file or folder that it is about. */
  public Path place() {
    return place;
  }

  /** What {@link Kind} says; empty where it says nothing. */
  public String detail() {
    return detail;
  }

  /** The line of the file, counted from 1. */
  public OptionalInt line() {
    return line;
  }
}

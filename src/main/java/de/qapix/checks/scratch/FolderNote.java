package de.qapix.checks.scratch;

import java.nio.file.Path;

/**
 * What whoever has a folder of migrations read should know of it.
 *
 * @param place the file or folder that it is about
 * @param detail what {@link Kind} says; empty where it says nothing
 * @param line of the file, from 1
 */
public record FolderNote(Kind kind, Path place, String detail, int line) {

  FolderNote(Kind kind, Path place, String detail) {
    this(kind, place, detail, 1);
  }

  /** What it is. */
  public enum Kind {
    /** There is another layout, too, which is not read; the place is one of its migrations. */
    OTHER_LAYOUT,
    /** A folder of Prisma's without {@code migration.sql}. */
    NO_SCRIPT,
    /** SQL beside numbered files whose name has no number. */
    NOT_NUMBERED,
    /** SQL that Drizzle's journal does not name. */
    NOT_IN_JOURNAL,
    /** Drizzle's journal names none of the files; the detail is the first that it names. */
    JOURNAL_OF_OTHERS,
    /** A migration of Prisma 8 whose operations are still to be written; Prisma fails there. */
    UNFINISHED,
    /** A migration of Prisma 8 that its hash does not fit; Prisma refuses it. */
    EDITED,
    /**
     * A script that Flyway refuses, as it has statements that bear no transaction and others; the
     * detail is the first words of such a statement.
     */
    MIXED_TRANSACTION,
    /**
     * A migration in a programming language, whose outcome is not known; the detail is how many
     * more there are, or empty.
     */
    CODE_MIGRATION;

    /** Whether the tool itself cannot go on. */
    public boolean isError() {
      return this == UNFINISHED || this == EDITED || this == MIXED_TRANSACTION;
    }
  }
}

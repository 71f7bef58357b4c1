package de.qapix.checks.lint;

import static java.util.stream.Collectors.toUnmodifiableSet;

import de.qapix.checks.finding.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What lint looks for, under the names that users know from squawk. An error blocks writes or reads
 * for as long as an existing table is large, or loses data; notes are about style. Off unless asked
 * for are the rules of taste, which most projects break in each of their tables, and the one that
 * wants a lock_timeout, which qapix sets by itself.
 */
public enum Rule {
  REQUIRE_CONCURRENT_INDEX_CREATION(Severity.ERROR, Kind.TIME),
  REQUIRE_CONCURRENT_INDEX_DELETION(Severity.WARNING, Kind.TIME),
  REQUIRE_CONCURRENT_REINDEX(Severity.ERROR, Kind.TIME),
  REQUIRE_CONCURRENT_PARTITION_DETACH(Severity.WARNING, Kind.TIME),
  BAN_CONCURRENT_INDEX_CREATION_IN_TRANSACTION(Severity.ERROR, Kind.OTHER),
  CONSTRAINT_MISSING_NOT_VALID(Severity.ERROR, Kind.TIME),
  ADDING_FOREIGN_KEY_CONSTRAINT(Severity.WARNING, Kind.TIME),
  ADDING_SERIAL_PRIMARY_KEY_FIELD(Severity.ERROR, Kind.TIME),
  DISALLOWED_UNIQUE_CONSTRAINT(Severity.ERROR, Kind.TIME),
  ADDING_FIELD_WITH_DEFAULT(Severity.ERROR, Kind.TIME),
  ADDING_REQUIRED_FIELD(Severity.ERROR, Kind.OTHER),
  ADDING_NOT_NULLABLE_FIELD(Severity.ERROR, Kind.TIME),
  CHANGING_COLUMN_TYPE(Severity.ERROR, Kind.TIME),
  RENAMING_COLUMN(Severity.WARNING, Kind.OTHER),
  RENAMING_TABLE(Severity.WARNING, Kind.OTHER),
  BAN_DROP_COLUMN(Severity.ERROR, Kind.OTHER),
  BAN_DROP_TABLE(Severity.ERROR, Kind.OTHER),
  BAN_DROP_DATABASE(Severity.ERROR, Kind.OTHER),
  BAN_DROP_NOT_NULL(Severity.WARNING, Kind.OTHER),
  BAN_TRUNCATE_CASCADE(Severity.ERROR, Kind.OTHER),
  BAN_CHAR_FIELD(Severity.NOTE, Kind.OTHER),
  PREFER_BIGINT_OVER_INT(Severity.NOTE, Kind.OPTIONAL),
  PREFER_TIMESTAMP_TZ(Severity.NOTE, Kind.OPTIONAL),
  PREFER_IDENTITY(Severity.NOTE, Kind.OPTIONAL),
  PREFER_TEXT_FIELD(Severity.NOTE, Kind.OPTIONAL),
  BAN_UNCOMMITTED_TRANSACTION(Severity.WARNING, Kind.OTHER),
  TRANSACTION_NESTING(Severity.WARNING, Kind.OTHER),
  REQUIRE_LOCK_TIMEOUT(Severity.WARNING, Kind.OPTIONAL),
  IDENTIFIER_TOO_LONG(Severity.WARNING, Kind.OTHER),
  LONG_LOCK(Severity.ERROR, Kind.TIME),
  PSQL_COMMAND(Severity.ERROR, Kind.OTHER),
  SYNTAX_ERROR(Severity.ERROR, Kind.OTHER),
  STATEMENT_FAILS(Severity.ERROR, Kind.OTHER),
  UNUSED_IGNORE(Severity.NOTE, Kind.OTHER);

  private enum Kind {
    /** Matters as much as the table is large. */
    TIME,
    OPTIONAL,
    OTHER
  }

  private final Severity severity;
  private final Kind kind;

  Rule(Severity severity, Kind kind) {
    this.severity = severity;
    this.kind = kind;
  }

  /** All that are on unless somebody asks for others. */
  public static Set<Rule> usual() {
    return Arrays.stream(values())
        .filter(rule -> rule.kind != Kind.OPTIONAL)
        .collect(toUnmodifiableSet());
  }

  /** The rule of this name, with or without its group. */
  public static Optional<Rule> find(String word) {
    String name = word.startsWith("lint/") ? word.substring("lint/".length()) : word;
    return Arrays.stream(values()).filter(rule -> rule.word().equals(name)).findFirst();
  }

  /** Its name as users write it, such as ban-drop-table. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Severity severity() {
    return severity;
  }

  boolean isAboutTime() {
    return kind == Kind.TIME;
  }

  /** Whether who reads this knows already why others have to wait. */
  boolean explainsLock() {
    return isAboutTime() || this == ADDING_REQUIRED_FIELD;
  }
}

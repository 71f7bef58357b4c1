package de.qapix.checks.lint;

import static java.util.stream.Collectors.toUnmodifiableSet;

import de.qapix.checks.finding.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lint looks for, under the names that users know from squawk. An error blocks writes or reads
 * for as long as an existing table is large, or loses data; notes are about style. Off unless asked
 * for are the rules of taste, which most projects break in each of their tables, and the ones that
 * want timeouts, which qapix sets by itself.
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
  RENAMING_OBJECT(Severity.WARNING, Kind.OTHER),
  BAN_SET_SCHEMA(Severity.WARNING, Kind.OTHER),
  BAN_DROP_COLUMN(Severity.ERROR, Kind.OTHER),
  BAN_DROP_TABLE(Severity.ERROR, Kind.OTHER),
  BAN_DROP_SCHEMA(Severity.ERROR, Kind.OTHER),
  BAN_DROP_DATABASE(Severity.ERROR, Kind.OTHER),
  BAN_DROP_VIEW(Severity.WARNING, Kind.OTHER),
  BAN_DROP_TYPE(Severity.WARNING, Kind.OTHER),
  BAN_DROP_DOMAIN(Severity.WARNING, Kind.OTHER),
  BAN_DROP_CONSTRAINT(Severity.WARNING, Kind.OTHER),
  BAN_DROP_DEFAULT(Severity.WARNING, Kind.OTHER),
  BAN_DROP_NOT_NULL(Severity.WARNING, Kind.OTHER),
  BAN_DROP_OBJECT(Severity.WARNING, Kind.OTHER),
  BAN_DISABLE(Severity.WARNING, Kind.OTHER),
  BAN_TRUNCATE(Severity.ERROR, Kind.OTHER),
  BAN_TRUNCATE_CASCADE(Severity.ERROR, Kind.OTHER),
  BAN_DELETE_WITHOUT_WHERE(Severity.ERROR, Kind.OTHER),
  BAN_UPDATE_WITHOUT_WHERE(Severity.WARNING, Kind.OTHER),
  BAN_CHAR_FIELD(Severity.NOTE, Kind.OTHER),
  PREFER_BIGINT_OVER_INT(Severity.NOTE, Kind.OPTIONAL),
  PREFER_BIGINT_OVER_SMALLINT(Severity.NOTE, Kind.OPTIONAL),
  PREFER_TIMESTAMP_TZ(Severity.NOTE, Kind.OPTIONAL),
  PREFER_IDENTITY(Severity.NOTE, Kind.OPTIONAL),
  PREFER_TEXT_FIELD(Severity.NOTE, Kind.OPTIONAL),
  PREFER_JSONB(Severity.NOTE, Kind.OPTIONAL),
  PREFER_REPACK(Severity.NOTE, Kind.OPTIONAL),
  PREFER_ROBUST_STMTS(Severity.NOTE, Kind.OPTIONAL),
  PREFER_SINGLE_ALTER(Severity.NOTE, Kind.OPTIONAL),
  REQUIRE_FOREIGN_KEY_INDEX(Severity.WARNING, Kind.OTHER),
  REQUIRE_TABLE_SCHEMA(Severity.NOTE, Kind.OPTIONAL),
  REQUIRE_ENUM_VALUE_ORDERING(Severity.NOTE, Kind.OPTIONAL),
  BAN_CREATE_DOMAIN_WITH_CONSTRAINT(Severity.NOTE, Kind.OPTIONAL),
  BAN_ALTER_DOMAIN_WITH_ADD_CONSTRAINT(Severity.WARNING, Kind.OTHER),
  BAN_DUPLICATE_COLUMN_ASSIGNMENTS(Severity.ERROR, Kind.OTHER),
  BAN_UNCOMMITTED_TRANSACTION(Severity.WARNING, Kind.OTHER),
  TRANSACTION_NESTING(Severity.WARNING, Kind.OTHER),
  REQUIRE_LOCK_TIMEOUT(Severity.WARNING, Kind.OPTIONAL),
  REQUIRE_STATEMENT_TIMEOUT(Severity.WARNING, Kind.OPTIONAL),
  IDENTIFIER_TOO_LONG(Severity.WARNING, Kind.OTHER),
  LONG_LOCK(Severity.ERROR, Kind.TIME),
  PSQL_COMMAND(Severity.ERROR, Kind.OTHER),
  SYNTAX_ERROR(Severity.ERROR, Kind.OTHER),
  STATEMENT_FAILS(Severity.ERROR, Kind.OTHER),
  UNUSED_IGNORE(Severity.NOTE, Kind.OTHER);

  /** A change of type that is a rewrite in sessions with another time zone. */
  static final String UNLESS_UTC = "rewrite-unless-utc";

  /** Other names by which people know them, those of several at once among them. */
  private static final Map<String, Set<Rule>> ALIASES =
      Map.of(
          "prefer-timestamptz", Set.of(PREFER_TIMESTAMP_TZ),
          "require-timeout-settings", Set.of(REQUIRE_LOCK_TIMEOUT, REQUIRE_STATEMENT_TIMEOUT));

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
    return Arrays.stream(values()).filter(Rule::isUsual).collect(toUnmodifiableSet());
  }

  /** The rules of this name, with or without its group; none where it is unknown. */
  public static Set<Rule> called(String word) {
    String name = word.startsWith("lint/") ? word.substring("lint/".length()) : word;
    return Arrays.stream(values())
        .filter(rule -> rule.word().equals(name))
        .findFirst()
        .map(Set::of)
        .orElseGet(() -> ALIASES.getOrDefault(name, Set.of()));
  }

  /** Its name as users write it, such as ban-drop-table. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All names by which comments may mean it. */
  Set<String> names() {
    return Stream.concat(
            Stream.of(word()),
            ALIASES.entrySet().stream()
                .filter(alias -> alias.getValue().contains(this))
                .map(Map.Entry::getKey))
        .collect(toUnmodifiableSet());
  }

  /** How bad it is at most, unless somebody wants it otherwise. */
  public Severity severity() {
    return severity;
  }

  /** Whether it is on unless somebody asks for others. */
  public boolean isUsual() {
    return kind != Kind.OPTIONAL;
  }

  boolean isAboutTime() {
    return kind == Kind.TIME;
  }

  /** Whether who reads this knows already why others have to wait. */
  boolean explainsLock() {
    return isAboutTime()
        || this == ADDING_REQUIRED_FIELD
        || this == BAN_TRUNCATE
        || this == BAN_TRUNCATE_CASCADE;
  }
}

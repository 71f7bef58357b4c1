package de.qapix.migrate;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What every session of a migration is set to, and no other session of qapix. */
final class SessionSettings {

  private static final String LOCK_TIMEOUT = "lock_timeout";
  private static final String STATEMENT_TIMEOUT = "statement_timeout";

  /** The role with which the session began: somebody may have set one for all of a user's. */
  private static final String ROLE = "qapix.role";

  private static final Field<String> FIRST_ROLE =
      coalesce(nullif(current(inline(ROLE), inline(true)), inline("")), inline("none"));

  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final LockTimeouts patience;

  SessionSettings(LockTimeouts patience) {
    this.patience = patience;
  }

  /** The statement that sets them. */
  String sql() {
    return text(statement());
  }

  private static String text(Select<?> statement) {
    return DSL.using(SQLDialect.POSTGRES).renderInlined(statement);
  }

  void apply(DSLContext session) {
    session.fetch(statement());
  }

  private Select<?> statement() {
    return select(
        setting("TimeZone", "UTC"),
        setting(LOCK_TIMEOUT, millis(patience.lockTimeout())),
        setting(STATEMENT_TIMEOUT, millis(patience.statementTimeout())),
        setting(inline(ROLE), current(inline("role")), false),
        // A migrate that died must not hold its locks until the server notices hours later.
        setting("tcp_keepalives_idle", SILENCE.toSeconds() + "s"),
        setting("tcp_keepalives_interval", "10s"),
        setting("tcp_keepalives_count", "3"),
        watchfulness());
  }

  /**
   * The statement after which names without a schema are looked for, and made, in this one first.
   */
  String preferring(String schema) {
    Field<String> path = concat(inline('"' + schema + "\", "), current(inline("search_path")));
    return text(select(setting(inline("search_path"), path, false)));
  }

  /** For what makes nobody wait: no limit, and for locks the patience of one who queues. */
  void takeTime(DSLContext session) {
    session
        .select(setting(LOCK_TIMEOUT, millis(patience.turn())), setting(STATEMENT_TIMEOUT, "0"))
        .fetch();
  }

  /** The usual limits for the present transaction, but for those that are set already. */
  void hurry(DSLContext transaction, Set<String> except) {
    List<Field<String>> limits = limits(except);
    if (!limits.isEmpty()) {
      transaction.select(limits).fetch();
    }
  }

  /** What our own tables are written with, whatever a migration has set: role and usual limits. */
  void ours(DSLContext transaction) {
    transaction.select(limits(Set.of())).select(setting(inline("role"), FIRST_ROLE, true)).fetch();
  }

  private List<Field<String>> limits(Set<String> except) {
    return usual().entrySet().stream()
        .filter(limit -> !except.contains(limit.getKey()))
        .map(limit -> setting(inline(limit.getKey()), inline(limit.getValue()), true))
        .toList();
  }

  private Map<String, String> usual() {
    return Map.of(
        LOCK_TIMEOUT,
        millis(patience.lockTimeout()),
        STATEMENT_TIMEOUT,
        millis(patience.statementTimeout()));
  }

  private static String millis(Duration duration) {
    return duration.toMillis() + "ms";
  }

  /** Has the server look whether a client is still there while its statement runs. */
  private static Field<String> watchfulness() {
    Field<String> name = field(name("name"), SQLDataType.VARCHAR);
    return field(
        select(setting(name, inline("5s"), false))
            .from(table(name("pg_catalog", "pg_settings")))
            .where(name.eq(inline("client_connection_check_interval")))
            .and(function("version", SQLDataType.VARCHAR).contains(inline("linux"))));
  }

  private static Field<String> current(Field<?>... setting) {
    return function("current_setting", SQLDataType.VARCHAR, setting);
  }

  private static Field<String> setting(String name, String value) {
    return setting(inline(name), inline(value), false);
  }

  private static Field<String> setting(Field<String> name, Field<String> value, boolean local) {
    return function("set_config", SQLDataType.VARCHAR, name, value, inline(local));
  }
}

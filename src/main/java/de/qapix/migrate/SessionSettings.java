package de.qapix.migrate;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What every session of a migration is set to, and no other session of qapix. */
final class SessionSettings {

  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final Patience patience;

  SessionSettings(Patience patience) {
    this.patience = patience;
  }

  /** The statement that sets them, for Flyway to run on each connection that it opens. */
  String sql() {
    return DSL.using(SQLDialect.POSTGRES).renderInlined(statement());
  }

  void apply(DSLContext session) {
    session.fetch(statement());
  }

  private Select<?> statement() {
    return select(
        setting("TimeZone", "UTC"),
        setting("lock_timeout", patience.lockTimeout().toMillis() + "ms"),
        setting("statement_timeout", patience.statementTimeout().toMillis() + "ms"),
        // A migrate that died must not hold its locks until the server notices hours later.
        setting("tcp_keepalives_idle", SILENCE.toSeconds() + "s"),
        setting("tcp_keepalives_interval", "10s"),
        setting("tcp_keepalives_count", "3"));
  }

  private static Field<String> setting(String name, String value) {
    return function("set_config", SQLDataType.VARCHAR, inline(name), inline(value), inline(false));
  }
}

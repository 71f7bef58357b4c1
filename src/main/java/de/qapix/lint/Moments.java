package de.qapix.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Looks at the scratch database from within the transaction that a script runs in. */
final class Moments {

  private static final String RELATIONS = text("relations.sql");
  private static final String LOCKS = text("locks.sql");

  private final DSLContext db;

  Moments(Connection connection) {
    this.db = DSL.using(connection, SQLDialect.POSTGRES);
  }

  Moment now() {
    Map<Long, Relation> relations =
        db.resultQuery(RELATIONS).fetch(Moments::relation).stream()
            .collect(toMap(Relation::oid, Function.identity()));
    Map<Long, Set<LockMode>> locks =
        db.resultQuery(LOCKS).stream()
            .collect(
                groupingBy(
                    row -> row.get(0, Long.class),
                    mapping(row -> LockMode.of(row.get(1, String.class)), toSet())));
    return new Moment(relations, locks);
  }

  private static Relation relation(Record row) {
    return new Relation(
        row.get(0, Long.class),
        row.get(1, String.class),
        row.get(2, String.class),
        row.get(3, Boolean.class),
        row.get(4, Long.class),
        row.get(5, Long.class),
        row.get(6, Long.class));
  }

  private static String text(String resource) {
    try (InputStream file = Moments.class.getResourceAsStream(resource)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

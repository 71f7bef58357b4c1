package de.qapix.data.store;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.TableField;

/**
 * Upserts of several tables that are sent as one statement, as a distant server takes its time for
 * each. They see the tables as they were before; foreign keys are checked at the end of all.
 */
public final class CombinedUpsert {

  private final List<CommonTableExpression<?>> parts = new ArrayList<>();
  private Select<Record1<String>> told;

  /**
   * Adds rows of a table.
   *
   * @param tell whose values of written rows are told
   */
  public <R extends Record> CombinedUpsert with(
      Upsert<R> upsert, List<R> rows, TableField<R, String> tell) {
    CommonTableExpression<?> part = add(upsert, rows, tell);
    Select<Record1<String>> written = select(part.field(tell)).from(part);
    told = told == null ? written : told.unionAll(written);
    return this;
  }

  /** Adds rows of a table of which nothing is told. */
  public <R extends Record> CombinedUpsert silently(Upsert<R> upsert, List<R> rows) {
    add(upsert, rows, upsert.key().get(0));
    return this;
  }

  private <R extends Record> CommonTableExpression<?> add(
      Upsert<R> upsert, List<R> rows, Field<?> returned) {
    CommonTableExpression<?> part =
        name("written_" + upsert.table().getName()).as(upsert.statement(rows, List.of(returned)));
    parts.add(part);
    return part;
  }

  /** Writes them all, and returns what is told of the rows that were new or different. */
  public Set<String> write(DSLContext transaction) {
    return transaction.with(parts).selectFrom(told.asTable("told")).fetchSet(Record1::value1);
  }
}

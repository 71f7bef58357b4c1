package de.qapix.data.store;

import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Writes many rows of a table in one statement. Rows that are equal already are left alone: no new
 * row version, no row lock. Rows travel as one array a column, which is the fastest way for batches
 * of 50 to 5,000.
 *
 * @param key columns by which a row is known; unique in the table
 * @param compared columns that make a row differ, and are then set
 * @param setToo columns that are set with them, but make no difference themselves
 * @param onInsert columns that only a new row gets
 * @param version a time: a row in the table that is newer stays as it is
 */
public record Upsert<R extends Record>(
    Table<R> table,
    List<Field<?>> key,
    List<Field<?>> compared,
    List<Field<?>> setToo,
    List<Field<?>> onInsert,
    Optional<Field<Instant>> version) {

  /** All columns of the table count. */
  public static <R extends Record> Upsert<R> whole(Table<R> table) {
    List<Field<?>> key = List.copyOf(table.getPrimaryKey().getFields());
    List<Field<?>> others = new ArrayList<>(List.of(table.fields()));
    others.removeAll(key);
    return new Upsert<>(table, key, others, List.of(), List.of(), Optional.empty());
  }

  /**
   * A row in the table stays as it is when its value of this column is later than the new one's;
   * where either is null nobody can tell, and it is written.
   */
  public Upsert<R> unlessNewer(Field<Instant> column) {
    return new Upsert<>(table, key, compared, setToo, onInsert, Optional.of(column));
  }

  /**
   * Writes these rows; of several with one key the last one counts.
   *
   * @return the keys of the rows that were written
   */
  public Result<Record> write(DSLContext transaction, List<R> rows) {
    return rows.isEmpty()
        ? transaction.newResult(key.toArray(Field[]::new))
        : transaction.fetch(statement(rows, key)).into(key.toArray(Field[]::new));
  }

  /** The statement that writes these rows and returns fields of those that were written. */
  ResultQuery<Record> statement(List<R> rows, List<Field<?>> returned) {
    Name given = name("given");
    Table<?> there = table.as("there");
    InsertOnDuplicateStep<R> insert =
        insertInto(table, columns())
            .select(
                select(of(given, columns()))
                    .from(arrays(distinct(rows)).as(given, names(columns())))
                    .leftJoin(there)
                    .on(same(there, given))
                    .where(there.field(key.get(0)).isNull().or(differs(there, given))));
    Map<Field<?>, Field<?>> changes = changes();
    return changes.isEmpty()
        ? insert.onConflict(key).doNothing().returningResult(returned)
        : insert
            .onConflict(key)
            .doUpdate()
            .set(changes)
            .where(version.map(Upsert::notNewer).orElse(noCondition()))
            .returningResult(returned);
  }

  private List<Field<?>> columns() {
    List<Field<?>> columns = new ArrayList<>(key);
    columns.addAll(compared);
    columns.addAll(setToo);
    columns.addAll(onInsert);
    return columns;
  }

  /** Sorted by their keys, so that two writers never wait for each other crosswise. */
  private Collection<R> distinct(List<R> rows) {
    Map<String, R> distinct = new TreeMap<>();
    for (R row : rows) {
      distinct.put(
          key.stream().map(column -> String.valueOf(row.get(column))).collect(joining("\0")), row);
    }
    return distinct.values();
  }

  private Table<?> arrays(Collection<R> rows) {
    List<QueryPart> arrays = new ArrayList<>();
    for (Field<?> column : columns()) {
      arrays.add(array(column, rows));
    }
    String places =
        String.join(", ", IntStream.range(0, arrays.size()).mapToObj(i -> "{" + i + "}").toList());
    return DSL.table("unnest(" + places + ")", arrays.toArray(QueryPart[]::new));
  }

  private static Field<Object[]> array(Field<?> column, Collection<? extends Record> rows) {
    Object[] values = rows.stream().map(row -> row.get(column)).toArray();
    return val(values, SQLDataType.OTHER.asConvertedDataType(new TextArray(column.getDataType())));
  }

  private static List<Field<?>> of(Name alias, List<Field<?>> columns) {
    List<Field<?>> fields = new ArrayList<>();
    for (Field<?> column : columns) {
      fields.add(of(alias, column));
    }
    return fields;
  }

  private static <T> Field<T> of(Name alias, Field<T> column) {
    return field(alias.append(column.getUnqualifiedName()), column.getDataType());
  }

  private static Name[] names(List<Field<?>> columns) {
    return columns.stream().map(Field::getUnqualifiedName).toArray(Name[]::new);
  }

  private Condition same(Table<?> there, Name given) {
    return key.stream()
        .map(column -> equal(there, given, column))
        .reduce(noCondition(), Condition::and);
  }

  private static <T> Condition equal(Table<?> there, Name given, Field<T> column) {
    return there.field(column).eq(of(given, column));
  }

  private Condition differs(Table<?> there, Name given) {
    return or(compared.stream().map(column -> differs(there, given, column)).toList());
  }

  private static <T> Condition differs(Table<?> there, Name given, Field<T> column) {
    return there.field(column).isDistinctFrom(of(given, column));
  }

  private Map<Field<?>, Field<?>> changes() {
    Map<Field<?>, Field<?>> changes = new LinkedHashMap<>();
    compared.forEach(column -> changes.put(column, excluded(column)));
    setToo.forEach(column -> changes.put(column, excluded(column)));
    return changes;
  }

  private static Condition notNewer(Field<Instant> column) {
    return column.le(excluded(column)).or(column.isNull()).or(excluded(column).isNull());
  }
}

package de.qapix.checks.diff;

import de.qapix.catalog.SchemaObject;
import de.qapix.sql.Keywords;
import java.util.List;
import java.util.stream.Stream;

/** The statements that make a column an identity, another one, or none. */
final class AlterIdentity {

  private final SchemaObject from;
  private final SchemaObject to;
  private final boolean sequenceStays;

  /**
   * @param sequenceStays whether the sequence of its former default is still to be there
   */
  AlterIdentity(SchemaObject from, SchemaObject to, boolean sequenceStays) {
    this.from = from;
    this.to = to;
    this.sequenceStays = sequenceStays;
  }

  Stream<String> statements() {
    if (to.trait("identity").isEmpty()) {
      return from.trait("identity").isEmpty() ? Stream.empty() : drop();
    }
    return from.trait("identity").isEmpty() ? add() : alter();
  }

  private Stream<String> drop() {
    String drop = start() + "drop identity";
    return SerialColumn.successor(from, to)
        .map(
            sequence ->
                Stream.of(
                    SequencePosition.takeOver(
                        ObjectSql.literal(sequence), SerialColumn.aside(formerSequence())),
                    drop))
        .orElseGet(() -> Stream.of(drop));
  }

  private String formerSequence() {
    return from.trait("identity sequence name").orElseThrow();
  }

  private Stream<String> add() {
    Stream<String> needed =
        Stream.concat(
            from.trait("default").isPresent()
                ? Stream.of(start() + "drop default")
                : Stream.empty(),
            ColumnSql.isNotNull(from) ? Stream.empty() : Stream.of(start() + "set not null"));
    String add = start() + "add " + ColumnSql.identity(to, to.trait("identity").orElseThrow());
    return Stream.concat(
        needed,
        SerialColumn.sequence(from)
            .map(sequence -> inPlaceOf(sequence, add))
            .orElseGet(() -> Stream.of(add, behindValues())));
  }

  private Stream<String> inPlaceOf(String sequence, String add) {
    if (sequenceStays) {
      return Stream.of(add, SequencePosition.takeOver(sequenceName(), sequence));
    }
    String aside = SerialColumn.aside(sequence);
    return Stream.of(
        SerialColumn.putAside(sequence),
        add,
        SequencePosition.takeOver(sequenceName(), aside),
        "drop sequence " + aside);
  }

  private String behindValues() {
    return SequencePosition.behind(
        sequenceName(),
        to.name().name(),
        to.name().parent().sql(),
        SequenceOptions.ofIdentity(to).lowest());
  }

  private Stream<String> alter() {
    Stream<String> kind =
        from.trait("identity").equals(to.trait("identity"))
            ? Stream.empty()
            : Stream.of(start() + "set generated " + to.trait("identity").orElseThrow());
    SequenceOptions old = SequenceOptions.ofIdentity(from);
    SequenceOptions options = SequenceOptions.ofIdentity(to);
    if (from.trait("identity sequence").equals(to.trait("identity sequence"))) {
      return kind;
    }
    List<String> before =
        SequencePosition.beforeLimits(old, options, sequenceName(), start(), "set ");
    return Stream.of(kind, before.stream(), Stream.of(start() + options.sql("set ")))
        .flatMap(statements -> statements);
  }

  private String sequenceName() {
    return "pg_catalog.pg_get_serial_sequence("
        + ObjectSql.literal(to.name().parent().sql())
        + ", "
        + ObjectSql.literal(Keywords.unquoted(to.name().name()))
        + ")";
  }

  private String start() {
    return ColumnSql.alter(to);
  }
}

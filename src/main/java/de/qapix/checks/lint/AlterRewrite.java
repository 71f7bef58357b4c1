package de.qapix.checks.lint;

import de.qapix.checks.lint.MeasuredObject.Kind;
import de.qapix.sql.Keywords;
import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The clauses of an ALTER TABLE, taken apart so that none of them reads the table under a lock. */
final class AlterRewrite {

  private static final String ALTER = "alter table %s ";

  private final StatementContext context;
  private final String written;
  private final MeasuredRelation table;
  private final List<SqlTokens> kept = new ArrayList<>();
  private final List<String> first = new ArrayList<>();
  private final List<RewriteStep> apart = new ArrayList<>();
  private final List<String> last = new ArrayList<>();

  /**
   * @param written the name of the table as the statement has it
   */
  AlterRewrite(StatementContext context, String written, MeasuredRelation table) {
    this.context = context;
    this.written = written;
    this.table = table;
  }

  /** The steps that do the same; none where nothing needs to be taken apart. */
  List<RewriteStep> of(SqlTokens clauses, StatementText text) {
    clauses.split().forEach(clause -> add(clause, text));
    if (first.isEmpty() && apart.isEmpty()) {
      return List.of();
    }
    List<RewriteStep> steps = new ArrayList<>();
    List<String> begin = new ArrayList<>();
    if (!kept.isEmpty()) {
      int head = context.phrase().size() - clauses.size();
      begin.add(text.without(head, kept));
    }
    begin.addAll(first);
    if (!begin.isEmpty()) {
      steps.add(RewriteStep.together(begin));
    }
    steps.addAll(apart);
    if (!last.isEmpty()) {
      steps.add(RewriteStep.together(last));
    }
    return steps;
  }

  private void add(SqlTokens clause, StatementText text) {
    boolean constraint = clause.is(0, "add") && ColumnDefinition.added(clause).isEmpty();
    if (constraint && isCheckedNow(clause)) {
      notValid(clause, text);
    } else if (constraint && isIndexed(clause)) {
      usingIndex(clause, text);
    } else if (clause.is(0, "alter") && clause.has("set", "not", "null")) {
      notNull(clause);
    } else if (clause.is(0, "detach") && !clause.has("finalize") && !hasDefault()) {
      apart.add(RewriteStep.alone(ALTER.formatted(written) + text.of(clause) + " concurrently"));
    } else {
      kept.add(clause);
    }
  }

  private boolean hasDefault() {
    return context.measured().before().objects().hasDefaultPartition(table.oid());
  }

  private static boolean isCheckedNow(SqlTokens clause) {
    return (clause.has("foreign", "key") || clause.has("check")) && !clause.has("not", "valid");
  }

  private static boolean isIndexed(SqlTokens clause) {
    return (clause.has("unique") || clause.has("primary", "key"))
        && !clause.has("using", "index")
        && !clause.has("deferrable");
  }

  private void notValid(SqlTokens clause, StatementText text) {
    Optional<String> name = name(clause, clause.has("check") ? "c" : "f");
    if (name.isEmpty()) {
      kept.add(clause);
      return;
    }
    first.add(ALTER.formatted(written) + text.of(clause) + " not valid");
    last.add(ALTER.formatted(written) + "validate constraint " + name.get());
  }

  private void usingIndex(SqlTokens clause, StatementText text) {
    boolean primary = clause.has("primary", "key");
    Optional<String> name = name(clause, primary ? "p" : "u");
    int columns = 0;
    while (columns < clause.size() && !clause.isOpen(columns)) {
      columns++;
    }
    if (name.isEmpty() || columns == clause.size() || clause.has("nulls")) {
      kept.add(clause);
      return;
    }
    if (primary) {
      clause.elements().stream()
          .flatMap(column -> SqlTokens.names(text.of(column)).stream())
          .filter(this::isNullable)
          .forEach(this::notNull);
    }
    String definition = text.of(clause.from(columns));
    apart.add(
        RewriteStep.alone(
            "create unique index concurrently %s on %s %s"
                .formatted(name.get(), written, definition)));
    last.add(
        ALTER.formatted(written)
            + "add constraint %s %s using index %1$s"
                .formatted(name.get(), primary ? "primary key" : "unique"));
  }

  private void notNull(SqlTokens clause) {
    SqlTokens words = clause.fromStart();
    words.accept("alter");
    words.accept("column");
    words.takeName().stream()
        .flatMap(name -> SqlTokens.names(name).stream())
        .forEach(this::notNull);
  }

  private void notNull(String name) {
    String column = Keywords.quoted(name);
    String check = Keywords.quoted(table.name() + "_" + name + "_not_null");
    first.add(
        ALTER.formatted(written)
            + "add constraint %s check (%s is not null) not valid".formatted(check, column));
    last.add(ALTER.formatted(written) + "validate constraint " + check);
    last.add(ALTER.formatted(written) + "alter " + column + " set not null");
    last.add(ALTER.formatted(written) + "drop constraint " + check);
  }

  private boolean isNullable(String column) {
    return context.measured().before().objects().all().stream()
        .filter(object -> object.is(Kind.COLUMN) && object.home() == table.oid())
        .anyMatch(object -> object.name().name().equals(column) && !object.required());
  }

  /** As it is written, or as the server has called the one that was made. */
  private Optional<String> name(SqlTokens clause, String type) {
    SqlTokens words = clause.fromStart();
    words.accept("add");
    if (words.accept("constraint")) {
      return words.takeName();
    }
    List<String> made =
        context.measured().after().all().stream()
            .filter(object -> object.is(Kind.CONSTRAINT) && object.type().equals(type))
            .filter(object -> object.home() == table.oid())
            .filter(
                object -> context.measured().before().objects().find(object.address()).isEmpty())
            .map(object -> Keywords.quoted(object.name().name()))
            .toList();
    return made.size() == 1 ? Optional.of(made.get(0)) : Optional.empty();
  }
}

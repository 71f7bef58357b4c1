package de.qapix.checks.server;

import de.qapix.checks.names.ColumnResolution;
import de.qapix.checks.names.QueryRelation;
import de.qapix.checks.names.QueryScope;
import de.qapix.checks.names.QueryScope.Range;
import de.qapix.sql.Keywords;
import de.qapix.sql.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what was probably meant by a name that the database does not know. */
public final class Suggestions {

  private static final int SHORT = 5;
  private static final int SHORTEST = 4;

  private final Schema schema;
  private final ColumnResolution meanings;

  public Suggestions(Schema schema) {
    this.schema = schema;
    this.meanings = new ColumnResolution(schema.relations());
  }

  /**
   * For a column.
   *
   * @param name as it was written, without quotes
   * @param qualifier before it, as it was written; empty where there is none
   * @param alias the qualifier as the server understands it
   * @param scope in which it stands
   */
  public Optional<Suggestion> column(
      String name, String qualifier, String alias, QueryScope scope) {
    if (qualifier.isEmpty()) {
      return amongAll(name, scope);
    }
    return scope
        .range(alias)
        .flatMap(range -> amongOwn(name, qualifier, range, scope))
        .or(() -> elsewhere(name, alias, scope));
  }

  /** Whatever is like it in its own table is more likely than the same name in another one. */
  private Optional<Suggestion> amongOwn(
      String name, String qualifier, Range range, QueryScope scope) {
    return meanings
        .columns(range, scope)
        .flatMap(columns -> NameSimilarity.best(name, columns))
        .map(match -> suggestion(qualifier, match, range, scope));
  }

  /** For a column that can be of nothing else than one table. */
  public Optional<Suggestion> of(Range range, String name, QueryScope scope) {
    return amongOwn(name, "", range, scope);
  }

  /** The server, too, looks in the tables of the own query first. */
  private Optional<Suggestion> amongAll(String name, QueryScope scope) {
    return scope
        .chain()
        .flatMap(each -> NameSimilarity.same(name, columns(each.ranges(), each)).stream())
        .findFirst()
        .or(() -> NameSimilarity.best(name, columns(scope)))
        .map(match -> unqualified(match, scope));
  }

  private Suggestion unqualified(NameSimilarity.Match match, QueryScope scope) {
    return scope.visible().stream()
        .filter(range -> meanings.columns(range, scope).stream().anyMatch(has(match)))
        .findFirst()
        .map(range -> suggestion("", match, range, scope))
        .orElseGet(() -> suggestion("", match));
  }

  private static Predicate<List<QueryRelation.Name>> has(NameSimilarity.Match match) {
    return columns -> columns.contains(match.name());
  }

  /** Whether there is a column of that name in any table that can be seen from a scope. */
  public boolean knows(String column, QueryScope scope) {
    return columns(scope).stream().anyMatch(each -> each.plain().equals(column));
  }

  /** The columns of all tables that can be seen from a scope. */
  private List<QueryRelation.Name> columns(QueryScope scope) {
    return columns(scope.visible(), scope);
  }

  private List<QueryRelation.Name> columns(List<Range> ranges, QueryScope scope) {
    return ranges.stream()
        .flatMap(range -> meanings.columns(range, scope).stream())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** The same name in another table of the query. */
  private Optional<Suggestion> elsewhere(String name, String alias, QueryScope scope) {
    for (Range range : scope.visible()) {
      if (!range.alias().equals(alias) && !range.alias().isEmpty()) {
        Optional<NameSimilarity.Match> match =
            meanings.columns(range, scope).flatMap(columns -> NameSimilarity.same(name, columns));
        if (match.isPresent()) {
          String sql = quoted(range.alias()) + "." + match.get().name().sql();
          return Optional.of(new Suggestion(sql, false, object(match.get(), range, scope)));
        }
      }
    }
    return Optional.empty();
  }

  /** For a table or view. */
  public Optional<Suggestion> relation(List<String> written) {
    String name = written.get(written.size() - 1);
    Optional<QueryRelation> inSchema = inSchemaLike(written);
    if (inSchema.isPresent()) {
      return inSchema.map(relation -> new Suggestion(relation.sql(), false));
    }
    List<QueryRelation> own = schema.relations().own().toList();
    List<QueryRelation> same =
        own.stream()
            .filter(each -> Spelling.loose(each.name().plain()).equals(Spelling.loose(name)))
            .toList();
    if (!same.isEmpty()) {
      QueryRelation first =
          same.stream().filter(QueryRelation::visible).findFirst().orElse(same.get(0));
      return Optional.of(new Suggestion(first.sql(), same.size() == 1));
    }
    List<QueryRelation> singular =
        own.stream().filter(each -> singular(each.name().plain()).equals(singular(name))).toList();
    if (!singular.isEmpty()) {
      String sql = singular.get(0).sql();
      return Optional.of(new Suggestion(sql, false, sql, singular.size() == 1));
    }
    return renamed(written, own)
        .or(() -> like(name, own))
        .map(relation -> new Suggestion(relation.sql(), false));
  }

  /** One of the same name in a schema whose name is like the one before it. */
  private Optional<QueryRelation> inSchemaLike(List<String> written) {
    int last = written.size() - 1;
    if (last < 1) {
      return Optional.empty();
    }
    List<QueryRelation> named = schema.relations().named(written.get(last)).toList();
    return NameSimilarity.best(
            written.get(last - 1), named.stream().map(QueryRelation::schema).toList())
        .flatMap(
            match -> named.stream().filter(each -> each.schema().equals(match.name())).findFirst());
  }

  private Optional<QueryRelation> renamed(List<String> written, List<QueryRelation> own) {
    return schema.former().namesSince(written).stream()
        .flatMap(now -> own.stream().filter(each -> each.name().plain().equals(now)))
        .findFirst();
  }

  private static Optional<QueryRelation> like(String name, List<QueryRelation> own) {
    return NameSimilarity.best(name, own.stream().map(QueryRelation::name).toList())
        .flatMap(
            match -> own.stream().filter(each -> each.name().equals(match.name())).findFirst());
  }

  private static String singular(String name) {
    String plain = Spelling.loose(name);
    if (plain.endsWith("ies")) {
      return plain.substring(0, plain.length() - 3) + "y";
    }
    return plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
  }

  /**
   * For an alias or table before a column: one that is like it, of those that have the column if
   * there are any; else the only one that has it.
   */
  public Optional<Suggestion> qualifier(String name, String column, QueryScope scope) {
    List<Range> ranges = scope.visible();
    List<Range> having = ranges.stream().filter(range -> has(range, column, scope)).toList();
    return qualifier(name, having)
        .or(() -> qualifier(name, ranges))
        .or(
            () ->
                having.stream()
                    .filter(range -> having.size() == 1 && !range.alias().isEmpty())
                    .findFirst()
                    .map(range -> new Suggestion(quoted(range.alias()), false)));
  }

  private boolean has(Range range, String column, QueryScope scope) {
    return meanings.columns(range, scope).stream()
        .flatMap(List::stream)
        .anyMatch(each -> each.plain().equals(column));
  }

  private static Optional<Suggestion> qualifier(String name, List<Range> ranges) {
    Optional<Suggestion> renamed =
        ranges.stream()
            .filter(range -> !range.name().isEmpty() && !range.alias().isEmpty())
            .filter(
                range ->
                    Spelling.loose(range.name().get(range.name().size() - 1))
                        .equals(Spelling.loose(name)))
            .findFirst()
            .map(range -> new Suggestion(quoted(range.alias()), false));
    List<QueryRelation.Name> aliases =
        ranges.stream()
            .map(Range::alias)
            .filter(alias -> !alias.isEmpty())
            .map(alias -> new QueryRelation.Name(alias, quoted(alias)))
            .toList();
    return renamed.or(
        () ->
            NameSimilarity.best(name, aliases)
                .filter(match -> isLike(name, match.name().plain()))
                .map(match -> suggestion("", match)));
  }

  /** Whether two short names have more in common than not. */
  private static boolean isLike(String one, String other) {
    return NameSimilarity.distance(one, other) < Math.max(one.length(), other.length()) / 2.0 + 0.5
        && one.length() > 1;
  }

  /** For a function or type; what is short is like too many, if more than a letter is wrong. */
  public Optional<Suggestion> named(Schema.Kind kind, String name) {
    return NameSimilarity.best(name, schema.names(kind))
        .filter(match -> match.same() || name.length() > SHORT || isTypingError(name, match))
        .map(match -> suggestion("", match));
  }

  private static boolean isTypingError(String name, NameSimilarity.Match match) {
    return name.length() >= SHORTEST && NameSimilarity.distance(name, match.name().plain()) == 1;
  }

  /** A reserved word that is meant as a table or column: what has to be written then. */
  public Optional<Suggestion> reserved(String word, QueryScope scope) {
    return NameSimilarity.same(word, columns(scope)).map(match -> unqualified(match, scope));
  }

  private Suggestion suggestion(
      String qualifier, NameSimilarity.Match match, Range range, QueryScope scope) {
    Suggestion meant = suggestion(qualifier, match);
    return new Suggestion(meant.sql(), meant.sure(), object(match, range, scope));
  }

  /** With the name of its table; with the alias of what is none. */
  private String object(NameSimilarity.Match match, Range range, QueryScope scope) {
    boolean common = range.name().size() == 1 && scope.commonTable(range.name().get(0)).isPresent();
    String table =
        Optional.of(range.name())
            .filter(name -> !name.isEmpty() && !common)
            .flatMap(schema.relations()::find)
            .map(QueryRelation::sql)
            .orElseGet(() -> quoted(range.alias()));
    return table.isEmpty() ? match.name().sql() : table + "." + match.name().sql();
  }

  private static Suggestion suggestion(String qualifier, NameSimilarity.Match match) {
    String sql = match.name().sql();
    return new Suggestion(qualifier.isEmpty() ? sql : qualifier + "." + sql, match.same());
  }

  /** An alias as it must be written; it is no reserved word, or it would not be one. */
  private static String quoted(String alias) {
    boolean plain = alias.matches("[a-z_\u0080-\uffff][a-z0-9_$\u0080-\uffff]*");
    return plain && alias.equals(alias.toLowerCase(Locale.ROOT)) ? alias : Keywords.inQuotes(alias);
  }
}

package de.qapix.checks.statement;

import static java.util.Collections.nCopies;
import static java.util.stream.Collectors.joining;

import de.qapix.checks.names.ColumnResolution;
import de.qapix.checks.names.QueryRelation;
import de.qapix.checks.names.QueryRelations;
import de.qapix.checks.names.QueryScope;
import de.qapix.checks.names.QueryScope.Range;
import de.qapix.checks.names.ScopeReader;
import de.qapix.checks.text.Hole;
import de.qapix.sql.Keywords;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells from what is written around a hole which texts may fit into it. */
final class HoleContext {

  private final SqlTokens tokens;
  private final QueryRelations relations;
  private final ColumnResolution columns;
  private final QueryScope root;

  /**
   * A text that may fit.
   *
   * @param eatsDot whether it takes the dot with it that comes behind the hole
   */
  record Candidate(String text, boolean eatsDot) {

    static List<Candidate> all(String... texts) {
      return Stream.of(texts).map(text -> new Candidate(text, false)).toList();
    }
  }

  /** In a statement in which marks stand for its holes. */
  HoleContext(SqlTokens tokens, QueryRelations relations) {
    this.tokens = tokens;
    this.relations = relations;
    this.columns = new ColumnResolution(relations);
    this.root = ScopeReader.read(tokens);
  }

  /** What may fit into the hole with that mark, the likeliest first; empty where nothing can. */
  List<Candidate> candidates(Hole.Kind kind, String mark, String parameter) {
    int place = place(mark);
    if (place < 0) {
      // It stands in a comment.
      return Candidate.all("");
    }
    Token token = tokens.at(place);
    if (token.kind() == Token.Kind.STRING) {
      return Candidate.all("1", "2000-01-01", "{}", "[]", "");
    }
    if (tokens.isSymbol(place + 1, '.') && token.text().equals(mark)) {
      return List.of(
          schema(tokens.name(place + 2))
              .map(schema -> new Candidate(schema, false))
              .orElse(new Candidate("", true)));
    }
    if (token.text().equals("\"" + mark + "\"") && !isRelation(place)) {
      return tokens.is(place - 1, "collate") ? Candidate.all("C") : quoted(place);
    }
    if (isRelation(place)) {
      return List.of();
    }
    if (!token.text().equals(mark)) {
      return partOfName(place, mark);
    }
    if (tokens.is(place - 1, "collate")) {
      return Candidate.all("\"C\"");
    }
    if (tokens.isSymbol(place - 1, '.') && tokens.isName(place - 2)) {
      return columns(root.at(place).range(tokens.name(place - 2)));
    }
    if (kind != Hole.Kind.VALUE && (tokens.is(place - 1, "values") || isRowOfValues(place))) {
      return values(place);
    }
    return switch (kind) {
      case VALUE, VALUES -> value(place, parameter);
      case VALUES_IN_PARENTHESES -> Candidate.all("(" + parameter + ")");
      case NAME, NAMES -> names(place, parameter);
      case ROWS -> rows(place, parameter);
      case ASSIGNMENTS -> assignments(place);
      case SQL, ANY -> sql(place, parameter);
    };
  }

  /**
   * The schema that a hole before a name is: that of the relation of this name, or of all that
   * there is, if it has to be named.
   */
  private Optional<String> schema(String name) {
    List<QueryRelation> named =
        relations.own().filter(each -> each.name().plain().equals(name)).toList();
    List<QueryRelation> own = named.isEmpty() ? relations.own().toList() : named;
    return own.stream().anyMatch(QueryRelation::visible)
        ? Optional.empty()
        : own.stream().findFirst().map(each -> each.schema().sql());
  }

  private int place(String mark) {
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.at(at).text().contains(mark)) {
        return at;
      }
    }
    return -1;
  }

  /** A value; where one cannot stand, something that the library makes of an object or a list. */
  private List<Candidate> value(int place, String parameter) {
    if (tokens.is(place - 1, "in")) {
      return Candidate.all("(" + parameter + ")");
    }
    return endsOperand(place - 1)
        ? Candidate.all(parameter, "")
        : Candidate.all(parameter, "(" + parameter + ")", "'1'", "");
  }

  /** A name whose quotes are written: one of those that it can be. */
  private List<Candidate> quoted(int place) {
    QueryScope scope = root.at(place);
    List<Range> ranges =
        tokens.isSymbol(place - 1, '.')
            ? scope.range(tokens.name(place - 2)).stream().toList()
            : scope.visible();
    return ranges.stream()
        .flatMap(range -> columns.columns(range, scope).stream())
        .flatMap(List::stream)
        .map(column -> new Candidate(column.plain(), false))
        .distinct()
        .toList();
  }

  /** A name of which the hole is only a part: what is missing in those that it can be. */
  private List<Candidate> partOfName(int place, String mark) {
    String name = tokens.at(place).text().replace("\"", "");
    String before = name.substring(0, name.indexOf(mark));
    String after = name.substring(before.length() + mark.length());
    return quoted(place).stream()
        .map(Candidate::text)
        .filter(column -> column.startsWith(before) && column.endsWith(after))
        .filter(column -> column.length() >= before.length() + after.length())
        .map(column -> column.substring(before.length(), column.length() - after.length()))
        .map(missing -> new Candidate(missing, false))
        .toList();
  }

  private boolean isRelation(int place) {
    return root.allRanges().anyMatch(r -> r.place() == place)
        || (tokens.isSymbol(place - 1, '.')
            && root.allRanges().anyMatch(r -> r.place() == place - 2));
  }

  private List<Candidate> names(int place, String parameter) {
    if (isTargetList(place)) {
      return columns(root.at(place).target());
    }
    return Candidate.all(parameter, "*");
  }

  private boolean isTargetList(int place) {
    Optional<Range> target = root.target();
    return target.isPresent()
        && (tokens.is(place - 1, "set")
            || (tokens.isOpen(place - 1) && place - 2 <= target.get().place() + 4));
  }

  private List<Candidate> columns(Optional<Range> range) {
    return range
        .flatMap(each -> columns.columns(each, root))
        .map(columns -> columns.stream().map(column -> new Candidate(column.sql(), false)).toList())
        .orElse(List.of());
  }

  private List<Candidate> rows(int place, String parameter) {
    List<Candidate> fitting = new ArrayList<>(Candidate.all("default values"));
    fitting.addAll(names(place, parameter));
    return fitting;
  }

  private List<Candidate> assignments(int place) {
    String value = tokens.isSymbol(place + 1, '=') ? "" : " = default";
    return columns(root.at(place).chain().flatMap(s -> s.target().stream()).findFirst()).stream()
        .map(column -> new Candidate(column.text() + value, false))
        .toList();
  }

  private List<Candidate> sql(int place, String parameter) {
    if (tokens.is(place - 1, "where", "and", "or", "on", "having", "when", "not")) {
      return Candidate.all("true", parameter, "");
    }
    if (tokens.is(place - 1, "set")) {
      return assignments(place);
    }
    if (tokens.is(place - 1, "in")) {
      return Candidate.all("(" + parameter + ")", "(select " + parameter + ")");
    }
    if (isTargetList(place)) {
      return Candidate.all(allColumns(), parameter);
    }
    if (tokens.is(place - 1, "select", "distinct", "returning")) {
      return Candidate.all("*", parameter, "", "null");
    }
    if (tokens.is(place - 1, "by", "limit", "offset")) {
      return Candidate.all(parameter, "1");
    }
    if (endsOperand(place - 1)) {
      return Candidate.all("", "=", "and true", ", null", "asc", "= " + parameter, parameter);
    }
    return Candidate.all(parameter, "", "true", "*", "null", "1", "null,", "(" + parameter + ")");
  }

  private boolean isRowOfValues(int place) {
    return tokens.isOpen(place - 1) && tokens.is(place - 2, "values");
  }

  /** As many values as the target list or an alias has names, where one of them is written. */
  private List<Candidate> values(int place) {
    List<Integer> counts = new ArrayList<>();
    root.target().ifPresent(target -> counts.add(Math.max(named(place), 1)));
    aliasNames(place).ifPresent(counts::add);
    root.target().map(this::count).ifPresent(counts::add);
    counts.addAll(List.of(1, 2, 3, 4, 5, 6, 7, 8));
    boolean open = tokens.isOpen(place - 1);
    return counts.stream()
        .distinct()
        .flatMap(count -> Stream.of("default", "null").map(each -> nCopies(count, each)))
        .map(row -> String.join(", ", row))
        .map(row -> new Candidate(open ? row : "(" + row + ")", false))
        .toList();
  }

  /** How many names there are in the list behind the target. */
  private int named(int place) {
    int names = 0;
    for (int at = 0; at < place; at++) {
      if (tokens.isOpen(at) && tokens.closing(at) < place) {
        names = 1;
        for (int inside = at + 1; inside < tokens.closing(at); inside++) {
          names += tokens.isSymbol(inside, ',') ? 1 : 0;
        }
      }
    }
    return names;
  }

  /** How many columns {@code (values ..) as alias (names)} names around a place. */
  private Optional<Integer> aliasNames(int place) {
    return root.allRanges()
        .filter(range -> range.query().filter(query -> query.at(place) == query).isPresent())
        .filter(range -> !range.columns().isEmpty())
        .map(range -> range.columns().size())
        .findFirst();
  }

  private int count(Range target) {
    return columns.columns(target, root).map(List::size).orElse(1);
  }

  private String allColumns() {
    return root.target()
        .flatMap(target -> columns.columns(target, root))
        .map(columns -> columns.stream().map(QueryRelation.Name::sql).collect(joining(", ")))
        .orElse("");
  }

  private boolean endsOperand(int at) {
    Token token = tokens.at(at);
    return switch (token.kind()) {
      case QUOTED_NAME, STRING, NUMBER, PARAMETER -> true;
      case WORD -> !Keywords.expectOperand(token.name());
      case SYMBOL -> token.isSymbol(')') || token.isSymbol(']') || token.isSymbol('*');
      case COMMENT -> false;
    };
  }
}

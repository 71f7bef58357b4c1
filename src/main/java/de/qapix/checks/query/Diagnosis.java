package de.qapix.checks.query;

import de.qapix.checks.names.QueryScope;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.Optional;
import java.util.Set;

/** What a refusal of the server means, and how to go on after it. */
final class Diagnosis {

  /** What values and types that do not fit have (PostgreSQL's manual, appendix A). */
  private static final Set<String> WRONG_TYPES =
      Set.of(
          "22P02", "22007", "22008", "22003", "42804", "42846", "42P08", "22P03", "42809", "42P18");

  private final Statement statement;
  private final SqlTokens tokens;
  private final Described.Refused refused;
  private final Suggestions suggestions;
  private final Schema schema;
  private final NamePlaces places;
  private Mistake.Kind kind = Mistake.Kind.REFUSED;
  private int first;
  private int name;
  private boolean replaceable;
  private boolean certain = true;
  private Optional<Suggestion> suggestion = Optional.empty();

  private Diagnosis(Statement statement, Described.Refused refused, Schema schema) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.refused = refused;
    this.schema = schema;
    this.suggestions = new Suggestions(schema);
    this.places = new NamePlaces(statement, suggestions);
    this.first = refused.position() < 0 ? -1 : tokens.holding(refused.position());
    this.name = first;
  }

  static Diagnosis of(Statement statement, Described.Refused refused, Schema schema) {
    Diagnosis diagnosis = new Diagnosis(statement, refused, schema);
    diagnosis.think();
    return diagnosis;
  }

  /** Whether it is wrong whatever stands in holes that can be SQL. */
  boolean certain() {
    return certain;
  }

  /** Whether it is that a name is not known. */
  boolean isAboutName() {
    return switch (kind) {
      case UNKNOWN_COLUMN, UNKNOWN_TABLE, UNKNOWN_FUNCTION, UNKNOWN_TYPE, MISSING_FROM -> true;
      default -> false;
    };
  }

  /** Whether there is nothing wrong in it but that it ends too early. */
  boolean isUnfinished() {
    return kind == Mistake.Kind.SYNTAX && first < 0 && refused.position() >= 0;
  }

  private void think() {
    switch (refused.state()) {
      case "42703" -> column();
      case "42P01", "3F000" -> relation();
      case "42883" -> function();
      case "42704" -> named(Mistake.Kind.UNKNOWN_TYPE, Schema.Kind.TYPE);
      case "42702", "42725" -> {
        kind = Mistake.Kind.AMBIGUOUS_COLUMN;
        certain = false;
        name = places.last(first);
      }
      case "42601" -> syntax();
      default -> {
        kind = WRONG_TYPES.contains(refused.state()) ? Mistake.Kind.WRONG_TYPE : kind;
        certain = false;
        replaceable = first >= 0 && tokens.at(first).kind() == Token.Kind.STRING;
      }
    }
  }

  private void column() {
    kind = Mistake.Kind.UNKNOWN_COLUMN;
    if (first < 0) {
      first = places.inUsing();
      name = first;
    }
    if (first < 0) {
      return;
    }
    QueryScope scope = statement.root().at(first);
    if (tokens.isOpen(first)) {
      first = places.unknownIn(first, scope);
    }
    boolean known = suggestions.knows(tokens.name(first), scope);
    if (known && tokens.isSymbol(first + 1, ')') && tokens.isSymbol(first + 2, '.')) {
      composite();
      return;
    }
    name =
        places.isAssigned(first) && !places.belongsToTable(first, scope)
            ? first
            : places.last(first);
    replaceable = true;
    String qualifier = first < name ? statement.written(first, name - 1) : "";
    String alias = first < name ? tokens.name(name - 2) : "";
    suggestion =
        suggestions
            .column(tokens.name(name), qualifier, alias, scope)
            .filter(meant -> alias.isEmpty() || !places.isOtherSide(first, name, meant.sql()))
            .or(this::literal);
    certain = !alias.isEmpty() || scope.target().filter(t -> isTargetName()).isPresent();
  }

  /** A text in double quotes that is compared with something. */
  private Optional<Suggestion> literal() {
    boolean compared = first == name && "=<>(".indexOf(tokens.at(first - 1).text().charAt(0)) >= 0;
    String text = tokens.name(name).replace("'", "''");
    return compared && tokens.at(name).kind() == Token.Kind.QUOTED_NAME
        ? Optional.of(new Suggestion("'" + text + "'", "'" + text + "'", false))
        : Optional.empty();
  }

  /** A field of a composite value: {@code (value).field}. */
  private void composite() {
    name = first + 3;
    replaceable = false;
  }

  private boolean isTargetName() {
    return tokens.is(first - 1, "set") || tokens.isSymbol(first + 1, '=');
  }

  private void relation() {
    if (first < 0) {
      return;
    }
    QueryScope scope = statement.root().at(first);
    boolean inFrom =
        statement
            .root()
            .all()
            .flatMap(each -> each.ranges().stream())
            .anyMatch(range -> range.place() == first);
    if (inFrom || refused.state().equals("3F000")) {
      kind = Mistake.Kind.UNKNOWN_TABLE;
      int end = places.last(first);
      suggestion = suggestions.relation(places.names(first, end));
      name = end;
      replaceable = suggestion.isPresent();
      return;
    }
    kind = Mistake.Kind.MISSING_FROM;
    certain = false;
    int qualifier = Math.max(first, places.last(first) - 2);
    suggestion = suggestions.qualifier(tokens.name(qualifier), scope);
    first = qualifier;
    name = qualifier;
    replaceable = true;
  }

  private void function() {
    int end = first < 0 ? -1 : places.last(first);
    if (end < 0 || !tokens.isName(end) || !tokens.isOpen(end + 1)) {
      kind = Mistake.Kind.WRONG_TYPE;
      certain = false;
      return;
    }
    String called = tokens.name(end);
    boolean known =
        schema.names(Schema.Kind.FUNCTION).stream().anyMatch(each -> each.plain().equals(called));
    if (known) {
      kind = Mistake.Kind.WRONG_TYPE;
      certain = false;
      name = end;
      return;
    }
    named(Mistake.Kind.UNKNOWN_FUNCTION, Schema.Kind.FUNCTION);
  }

  private void named(Mistake.Kind what, Schema.Kind names) {
    kind = what;
    if (first >= 0 && tokens.isName(first)) {
      name = places.last(first);
      first = name;
      suggestion = suggestions.named(names, tokens.name(name));
      replaceable = suggestion.isPresent();
    }
  }

  /** A table or column that is called like a keyword needs its quotes. */
  private void syntax() {
    kind = Mistake.Kind.SYNTAX;
    certain = false;
    if (isPlaceholder()) {
      kind = Mistake.Kind.PLACEHOLDER;
      return;
    }
    if (first > 0
        && tokens.isSymbol(first, '.')
        && tokens.at(first - 1).kind() == Token.Kind.WORD) {
      qualifierThatIsKeyword();
      return;
    }
    if (first < 0 || tokens.at(first).kind() != Token.Kind.WORD) {
      return;
    }
    boolean relation = tokens.is(first - 1, "from", "join", "into", "update", "using", "only");
    suggestion =
        relation
            ? suggestions.relation(places.names(first, first)).filter(Suggestion::sure)
            : suggestions.reserved(tokens.name(first), statement.root().at(first));
    suggestion = suggestion.filter(each -> each.sql().startsWith("\""));
    if (suggestion.isPresent()) {
      kind = relation ? Mistake.Kind.UNKNOWN_TABLE : Mistake.Kind.UNKNOWN_COLUMN;
      replaceable = true;
    }
  }

  private boolean isPlaceholder() {
    return first >= 0
        && ("?:@#".indexOf(tokens.at(first).text().charAt(0)) >= 0
            || (tokens.isSymbol(first, '%') && tokens.is(first + 1, "s", "d", "i", "l")));
  }

  /** {@code user.id}: the word is read as a value. */
  private void qualifierThatIsKeyword() {
    Optional<Suggestion> meant =
        suggestions
            .relation(places.names(first - 1, first - 1))
            .filter(each -> each.sure() && each.sql().startsWith("\""));
    if (meant.isPresent()) {
      first = first - 1;
      name = first;
      kind = Mistake.Kind.UNKNOWN_TABLE;
      suggestion = meant;
      replaceable = true;
    }
  }

  /** What is to blame. */
  ErrorLocation blame() {
    return new ErrorLocation(statement, refused, kind, first, name, replaceable, suggestion);
  }
}

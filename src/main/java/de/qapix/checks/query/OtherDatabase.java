package de.qapix.checks.query;

import de.qapix.checks.statement.HoleMarks;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.Query;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells SQL that is meant for another kind of database, by what it looks like. */
final class OtherDatabase {

  /** How much it looks like that. */
  enum Sign {
    NONE,
    /** PostgreSQL does not know it either, but somebody may have written it by mistake. */
    UNUSUAL,
    /** What nobody writes who writes for PostgreSQL. */
    SURE
  }

  /** What ClickHouse has functions for, as it spells them. */
  private static final Pattern CLICKHOUSE =
      Pattern.compile(
          "to(U?Int\\d+|Float\\d+|Decimal\\d*|Date(32)?|DateTime(64)?|String|Bool|UUID|TypeName"
              + "|StartOf\\w+|LastDayOf\\w+|UnixTimestamp\\w*|YYYY\\w+|Year|Month|Hour|Minute"
              + "|Second|DayOf\\w+|Interval\\w+|Nullable|LowCardinality|FixedString|TimeZone|JSON)"
              + "(Or(Null|Zero|Default))?"
              + "|(count|sum|avg|any|min|max|uniq\\w*|quantile\\w*|group\\w+|arg(Min|Max)|topK)"
              + "(If|OrNull|State|Merge|Map)|uniq(Exact|Combined\\w*|HLL12)?"
              + "|quantiles?[A-Z]\\w*|topK\\w*|group(Array|Uniq|Bit)\\w*|array[A-Z]\\w*"
              + "|arg(Min|Max)|JSON(Extract|Has|Length|Type)\\w*|simpleJSON\\w+|multiIf|any(Last|Heavy)"
              + "|(parse|format)DateTime\\w*|(map|tuple|bitmap|dict|has)(Get|Element|Keys|Values"
              + "|Contains|Any|All|Filter|Apply|Build|Cardinality|Token)\\w*|splitBy\\w+|if(Null|NotFinite)"
              + "|(add|subtract)(Second|Minute|Hour|Day|Week|Month|Year)s|(from|now)(Unix\\w+|64)"
              + "|isNull|isNotNull|notEmpty|lengthUTF8|sipHash\\w+|cityHash\\w+|nullIn|sumMap"
              + "|runningDifference|(low|high)er?UTF8|position(Case\\w+)|multiSearch\\w+");

  private static final Set<String> UNUSUAL_FUNCTIONS =
      Set.of(
          """
          ifnull isnull if iif group_concat date_format str_to_date strftime julianday getdate
          dateadd datediff countif last_insert_id unix_timestamp from_unixtime curdate uniq empty
          notempty isnotnull safe_divide safe_cast timestamp_trunc timestamp_sub date_sub
          date_add parse_json to_variant try_cast nvl len charindex newid\
          """
              .split("\\s", -1));
  private static final Set<String> UNITS =
      Set.of("second", "minute", "hour", "day", "week", "month", "quarter", "year");
  private static final Set<String> BEFORE_TABLE =
      Set.of("from", "join", "into", "update", "table", "only", "using", "with", "as", "on");

  /** With what the names of functions begin that providers add to PostgreSQL. */
  private static final Pattern OF_PROVIDER =
      Pattern.compile("\"?(aurora_|rds_|aws_|azure_|alloydb_|google_|cloudsql_).*");

  private final SqlTokens tokens;

  private OtherDatabase(SqlTokens tokens) {
    this.tokens = tokens;
  }

  /** Whether a function is one that the PostgreSQL of a provider has, and no other. */
  static boolean isOfProvider(String function) {
    return OF_PROVIDER.matcher(function.toLowerCase(Locale.ROOT)).matches();
  }

  /** What a query looks like in any of its variants. */
  static Sign sign(Query query) {
    return query.variants().stream()
        .map(OtherDatabase::sign)
        .max(Comparator.naturalOrder())
        .orElse(Sign.NONE);
  }

  private static Sign sign(List<Piece> pieces) {
    return new OtherDatabase(HoleMarks.tokens(pieces)).sign();
  }

  private Sign sign() {
    Sign most = ofBeginning() ? Sign.SURE : Sign.NONE;
    for (int at = 0; at < tokens.size() && most != Sign.SURE; at++) {
      if (isSure(at)) {
        most = Sign.SURE;
      } else if (isUnusual(at)) {
        most = Sign.UNUSUAL;
      }
    }
    return most;
  }

  private boolean ofBeginning() {
    return tokens.is(0, "pragma", "optimize")
        || (tokens.is(0, "replace") && tokens.is(1, "into"))
        || (tokens.is(0, "insert") && tokens.is(1, "or", "ignore"))
        || (tokens.is(0, "with") && isValueWithName(1))
        || (tokens.is(tokens.size() - 2, "format") && isFormat(tokens.at(tokens.size() - 1)));
  }

  /** {@code WITH toDate(now()) AS today}, the other way round than a common table expression. */
  private boolean isValueWithName(int at) {
    Token first = tokens.at(at);
    boolean value = first.kind() == Token.Kind.NUMBER || first.kind() == Token.Kind.STRING;
    int as = tokens.after(tokens.isOpen(at) ? at : at + 1);
    return (value || tokens.isOpen(at)) && tokens.is(as - (value ? 1 : 0), "as");
  }

  private static boolean isFormat(Token last) {
    String name = last.text().toLowerCase(Locale.ROOT);
    return last.kind() == Token.Kind.WORD
        && (name.startsWith("json")
            || Set.of("csv", "csvwithnames", "tsv", "parquet", "values", "null", "rowbinary")
                .contains(name));
  }

  private boolean isSure(int at) {
    Token token = tokens.at(at);
    return switch (token.kind()) {
      case SYMBOL -> isQuote(at) || isTypedParameter(at) || isNameInBrackets(at);
      case WORD -> isClause(at) || isClickHouseFunction(at);
      default -> false;
    };
  }

  private boolean isQuote(int at) {
    return tokens.isSymbol(at, '`') && (tokens.isName(at + 1) || tokens.isSymbol(at - 2, '`'));
  }

  /** {@code {id: UInt32}}. */
  private boolean isTypedParameter(int at) {
    if (!tokens.isSymbol(at, '{')
        || tokens.isSymbol(at - 1, '{')
        || tokens.isSymbol(at - 1, '$')
        || !tokens.isName(at + 1)
        || !tokens.isSymbol(at + 2, ':')
        || !tokens.isName(at + 3)) {
      return false;
    }
    int end = at + 4;
    end = tokens.isOpen(end) ? tokens.after(end) : end;
    return tokens.isSymbol(end, '}');
  }

  /** {@code FROM [dbo].[Accounts]}. */
  private boolean isNameInBrackets(int at) {
    return tokens.isSymbol(at, '[')
        && tokens.isName(at + 1)
        && tokens.isSymbol(at + 2, ']')
        && (tokens.is(at - 1, "from", "join", "into", "update", "select", "where", "and", "by")
            || tokens.isSymbol(at - 1, '.'));
  }

  private boolean isClause(int at) {
    return switch (tokens.at(at).text().toLowerCase(Locale.ROOT)) {
      case "prewhere" -> tokens.isName(at + 1) && !tokens.isSymbol(at - 1, '.');
      case "final" -> isFinal(at);
      case "limit" ->
          tokens.is(at + 2, "by")
              || (tokens.isSymbol(at + 2, ',') && !tokens.isSymbol(at + 1, ')'));
      case "settings" ->
          tokens.isName(at + 1)
              && tokens.isSymbol(at + 2, '=')
              && !tokens.isSymbol(at - 1, '.')
              && !tokens.is(at + 1, "set", "where", "on");
      case "duplicate" -> tokens.is(at - 1, "on") && tokens.is(at + 1, "key");
      case "engine" -> tokens.isSymbol(at + 1, '=') && tokens.isSymbol(at - 1, ')');
      case "auto_increment", "autoincrement" -> tokens.is(at - 1, "key", "null", "integer", "int");
      case "top" -> tokens.is(at - 1, "select") && isNumber(at + 1);
      case "nolock" -> tokens.isOpen(at - 1) && tokens.is(at - 2, "with");
      case "sqlite_master", "sqlite_schema" -> tokens.is(at - 1, "from", "join");
      case "array" -> tokens.is(at + 1, "join") && tokens.isName(at + 2);
      default -> false;
    };
  }

  /** {@code FROM t FINAL}, where it is no name that is used. */
  private boolean isFinal(int at) {
    if (!tokens.isName(at - 1) || BEFORE_TABLE.contains(tokens.name(at - 1))) {
      return false;
    }
    int table = at - 1;
    while (tokens.isSymbol(table - 1, '.') && tokens.isName(table - 2)) {
      table -= 2;
    }
    boolean aliased = tokens.isName(table - 1) && !tokens.is(table - 1, "from", "join");
    int before = aliased ? table - (tokens.is(table - 1, "as") ? 2 : 1) : table;
    while (aliased && tokens.isSymbol(before - 1, '.') && tokens.isName(before - 2)) {
      before -= 2;
    }
    boolean used = false;
    for (int place = 0; place < tokens.size(); place++) {
      used |= tokens.is(place, "final") && tokens.isSymbol(place + 1, '.');
    }
    return !used && tokens.is(before - 1, "from", "join");
  }

  private boolean isNumber(int at) {
    return tokens.at(at).kind() == Token.Kind.NUMBER
        || (tokens.isOpen(at) && tokens.at(at + 1).kind() == Token.Kind.NUMBER);
  }

  private boolean isClickHouseFunction(int at) {
    if (!isCalled(at)) {
      return false;
    }
    int close = tokens.closing(at + 1);
    boolean twice =
        tokens.isOpen(close + 1)
            && tokens.at(close).end() == tokens.at(close + 1).offset()
            && tokens.at(at).end() == tokens.at(at + 1).offset();
    return twice || CLICKHOUSE.matcher(tokens.at(at).text()).matches();
  }

  private boolean isCalled(int at) {
    return tokens.isOpen(at + 1)
        && !tokens.isSymbol(at - 1, '.')
        && !BEFORE_TABLE.contains(tokens.name(at - 1))
        && !tokens.is(at, "in", "values", "exists", "any", "all", "some", "sets", "over", "filter");
  }

  private boolean isUnusual(int at) {
    String word = tokens.at(at).text().toLowerCase(Locale.ROOT);
    if (tokens.at(at).kind() != Token.Kind.WORD) {
      return false;
    }
    if (word.equals("interval")) {
      return tokens.at(at + 1).kind() != Token.Kind.STRING
          && tokens.isName(at + 2)
          && UNITS.contains(tokens.name(at + 2).replaceAll("s$", ""));
    }
    if (word.equals("glob")) {
      return tokens.at(at + 1).kind() == Token.Kind.STRING;
    }
    boolean empty = tokens.isOpen(at + 1) && tokens.isSymbol(at + 2, ')');
    return isCalled(at) && (UNUSUAL_FUNCTIONS.contains(word) || (word.equals("count") && empty));
  }
}

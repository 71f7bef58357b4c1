package de.qapix.checks.query;

import de.qapix.checks.files.FileKind;
import de.qapix.checks.fix.Edit;
import de.qapix.checks.fix.Fix;
import de.qapix.checks.fix.QueryFixes;
import de.qapix.checks.server.Suggestion;
import de.qapix.checks.statement.MappedText;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.QueryFile;
import de.qapix.sql.Keywords;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes fixes of the errors of a query that can only be meant in one way. What the program reads
 * from a result keeps its name.
 */
final class Corrections {

  /** What ends the expression that a query is, or cannot be in one. */
  private static final Pattern OUTSIDE =
      Pattern.compile(";|\\b(const|let|var|function|class|enum|export|import|return)\\b");

  private static final String AS = " AS ";

  private final QueryFile file;

  Corrections(QueryFile file) {
    this.file = file;
  }

  /** The fixes for those errors that have one, in their order. */
  QueryFixes of(List<QueryError> errors, Query query) {
    return new QueryFixes(errors.stream().flatMap(error -> of(error, query).stream()).toList());
  }

  private Optional<Fix> of(QueryError error, Query query) {
    return switch (error.kind()) {
      case UNKNOWN_TABLE -> error.suggestion().map(meant -> table(error, meant, query));
      case FOLDED_ALIAS -> alias(error, query);
      default ->
          error.suggestion().filter(Suggestion::sure).flatMap(meant -> name(error, meant, query));
    };
  }

  private Fix table(QueryError error, Suggestion meant, Query query) {
    boolean unquoted = meant.sql().replace("\"", "").equals(error.written().replace("\"", ""));
    String alias =
        error
            .correction()
            .output()
            .map(table -> AS + Keywords.quoted(table.word().name()))
            .orElse("");
    Optional<MappedText.Spot> spot =
        error.fix().filter(where -> meant.single() && isOnlySql(where, error.written(), query));
    return new Fix(
        unquoted ? Fix.Kind.UNQUOTED_TABLE : Fix.Kind.TABLE,
        -1,
        spot.map(where -> edit(where, meant.sql() + alias)).stream().toList());
  }

  /** A new name of a column is left alone unless the file reads it by that name, and no other. */
  private Optional<Fix> alias(QueryError error, Query query) {
    String alias = error.written();
    boolean read = file.reads(alias) && !file.reads(folded(alias));
    if (!read || error.fix().isEmpty() || !isOnlySql(error.fix().get(), alias, query)) {
      return Optional.empty();
    }
    String quoted = Keywords.inQuotes(alias);
    List<Edit> edits = new ArrayList<>(List.of(edit(error.fix().get(), quoted)));
    for (MappedText.Spot spot : error.correction().also()) {
      if (!isOnlySql(spot, spot.written(), query)) {
        return Optional.empty();
      }
      edits.add(edit(spot, quoted));
    }
    return Optional.of(new Fix(Fix.Kind.ALIAS, -1, edits));
  }

  /** Only the last name is another, whatever stands before it. */
  private Optional<Fix> name(QueryError error, Suggestion meant, Query query) {
    if (error.fix().isEmpty() || !isOnlySql(error.spot(), last(error.written()).text(), query)) {
      return Optional.empty();
    }
    Token name = last(meant.sql());
    Edit edit = edit(error.spot(), name.text());
    int scope = error.correction().scope();
    Optional<NamedOutput> output = error.correction().output();
    Optional<String> kept = output.map(this::kept).filter(old -> !old.equals(name.name()));
    if (kept.isEmpty()) {
      return Optional.of(new Fix(Fix.Kind.NAME, scope, List.of(edit)));
    }
    return output
        .flatMap(NamedOutput::last)
        .map(end -> aliased(edit, end, output.get().lastText(), Keywords.quoted(kept.get())))
        .map(edits -> new Fix(Fix.Kind.RESULT, scope, edits));
  }

  private static List<Edit> aliased(Edit edit, MappedText.Spot last, String text, String alias) {
    String as = AS + alias;
    return last.source() == edit.source() && last.end() == edit.end()
        ? List.of(new Edit(edit.source(), edit.start(), edit.end(), edit.text() + as))
        : List.of(edit, edit(last, text + as));
  }

  private static Token last(String sql) {
    SqlTokens tokens = SqlTokens.of(sql);
    return tokens.at(tokens.size() - 1);
  }

  /**
   * The name by which the program reads a column: as it is written. Capitals that the server would
   * fold are meant, unless the file reads the folded name; all in capitals is a way to write SQL.
   */
  private String kept(NamedOutput output) {
    Token word = output.word();
    boolean mixed =
        word.kind() == Token.Kind.WORD && !word.text().equals(word.text().toUpperCase(Locale.ROOT));
    return mixed && (file.reads(word.text()) || !file.reads(word.name()))
        ? word.text()
        : word.name();
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Edit edit(MappedText.Spot spot, String sql) {
    return new Edit(spot.source(), spot.start(), spot.end(), sql);
  }

  /**
   * Whether something is written as SQL and is nothing else: a name that a library puts in quotes
   * is none, and a text that is just a name and stands elsewhere may be a key or a value as well.
   */
  private boolean isOnlySql(MappedText.Spot spot, String sql, Query query) {
    if (FileKind.SQL.fits(Path.of(spot.source().file()))) {
      return true;
    }
    if (!plain(spot.written()).equals(plain(sql))) {
      return false;
    }
    String text = spot.source().text();
    char before = spot.start() > 0 ? text.charAt(spot.start() - 1) : ' ';
    char after = spot.end() < text.length() ? text.charAt(spot.end()) : ' ';
    boolean quoted = "'\"`".indexOf(before) >= 0;
    if (quoted && before == after) {
      return isInside(spot, query);
    }
    return quoted || before == '}' || !isWhole(spot, query);
  }

  /** Whether a text is nothing but a name, as the key of an object is. */
  private static boolean isWhole(MappedText.Spot spot, Query query) {
    return query.variants().stream()
        .flatMap(List::stream)
        .anyMatch(
            piece ->
                piece instanceof Literal literal
                    && literal.source() == spot.source()
                    && literal.offset(0) == spot.start()
                    && literal.offset(literal.sql().length()) == spot.end());
  }

  private static String plain(String written) {
    return written.replace("\\", "");
  }

  /** Whether a text stands in the expression that the query is. */
  private boolean isInside(MappedText.Spot spot, Query query) {
    boolean behind =
        spot.source().file().equals(file.source().file()) && query.start() <= spot.start();
    return behind
        && !OUTSIDE.matcher(file.source().text().substring(query.start(), spot.start())).find();
  }
}

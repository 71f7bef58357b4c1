package de.qapix.checks.statement;

import de.qapix.sql.Keywords;
import de.qapix.sql.SqlLexer;
import de.qapix.sql.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the parameters of all libraries into those of the server: {@code $1, $2, ..}. */
public final class Parameters {

  private final MappedText draft;
  private final int count;
  private final MappedText written;
  private final OptionalInt questionMark;

  private Parameters(MappedText written, MappedText draft, int count, OptionalInt questionMark) {
    this.written = written;
    this.draft = draft;
    this.count = count;
    this.questionMark = questionMark;
  }

  public MappedText draft() {
    return draft;
  }

  /** How many different ones there are. */
  public int count() {
    return count;
  }

  /** Where the first one is written that is a question mark; nothing where none is. */
  public Optional<MappedText.Spot> firstQuestionMark() {
    return questionMark.isPresent()
        ? written.spot(questionMark.getAsInt(), questionMark.getAsInt() + 1)
        : Optional.empty();
  }

  /**
   * The first {@code $n} that is written with a number above one that is not used; nothing where
   * none is, or where something that is not written could use it.
   */
  public Optional<MappedText.Spot> firstBehindGap() {
    List<Token> tokens =
        SqlLexer.tokens(written.text()).stream()
            .filter(token -> token.kind() == Token.Kind.PARAMETER)
            .toList();
    boolean allWritten =
        tokens.stream().allMatch(token -> written.spot(token.offset(), token.end()).isPresent());
    Set<Integer> used = tokens.stream().map(Parameters::number).collect(Collectors.toSet());
    int gap = 1;
    while (used.contains(gap)) {
      gap++;
    }
    int missing = gap;
    return tokens.stream()
        .filter(token -> allWritten && number(token) > missing)
        .findFirst()
        .flatMap(token -> written.spot(token.offset(), token.end()));
  }

  private static int number(Token parameter) {
    return Integer.parseInt(parameter.text().substring(1));
  }

  public static Parameters in(MappedText draft) {
    List<Token> tokens = SqlLexer.tokens(draft.text());
    boolean dollars =
        tokens.stream()
            .anyMatch(
                token ->
                    token.kind() == Token.Kind.PARAMETER
                        && draft.spot(token.offset(), token.end()).isPresent());
    OptionalInt questionMark = OptionalInt.empty();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<Found> found = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at++) {
      if (isEscaped(tokens, at)) {
        found.add(new Found(tokens.get(at).offset(), tokens.get(at + 1).end(), "?"));
        at++;
        continue;
      }
      int end = end(tokens, at, dollars);
      if (end > 0
          && !found.isEmpty()
          && found.get(found.size() - 1).to() > tokens.get(at).offset()) {
        continue;
      }
      if (end > 0) {
        String text = draft.text().substring(tokens.get(at).offset(), end);
        String key = text.equals("?") ? "?" + at : text;
        numbers.putIfAbsent(key, numbers.size() + 1);
        found.add(new Found(tokens.get(at).offset(), end, "$" + numbers.get(key)));
        if (questionMark.isEmpty()
            && text.equals("?")
            && draft.spot(tokens.get(at).offset(), end).isPresent()) {
          questionMark = OptionalInt.of(tokens.get(at).offset());
        }
      }
    }
    MappedText numbered = rewritten(draft, found);
    return new Parameters(draft, numbered, numbers.size(), questionMark);
  }

  private static MappedText rewritten(MappedText draft, List<Found> found) {
    List<MappedText> parts = new ArrayList<>();
    int from = 0;
    for (Found each : found) {
      parts.add(draft.part(from, each.from()));
      parts.add(draft.rewritten(each.from(), each.to(), each.text()));
      from = each.to();
    }
    parts.add(draft.part(from, draft.text().length()));
    return MappedText.of(parts);
  }

  private record Found(int from, int to, String text) {}

  /** Knex writes the operator so: {@code \?}. */
  private static boolean isEscaped(List<Token> tokens, int at) {
    return tokens.get(at).isSymbol('\\')
        && at + 1 < tokens.size()
        && tokens.get(at + 1).isSymbol('?')
        && tokens.get(at + 1).offset() == tokens.get(at).end();
  }

  /** Where the parameter ends that begins with a token; 0 if none does. */
  private static int end(List<Token> tokens, int at, boolean dollars) {
    Token token = tokens.get(at);
    if (token.kind() == Token.Kind.PARAMETER) {
      return token.end();
    }
    if (token.kind() != Token.Kind.SYMBOL) {
      return LibraryPlaceholders.sqlc(tokens, at);
    }
    return switch (token.text().charAt(0)) {
      case '$' -> LibraryPlaceholders.dollarName(tokens, at);
      case '?' -> !dollars && isQuestionMark(tokens, at) ? token.end() : 0;
      case ':' -> isColon(tokens, at) ? tokens.get(at + 1).end() : 0;
      case '@' -> isAt(tokens, at) ? tokens.get(at + 1).end() : 0;
      default -> 0;
    };
  }

  private static boolean isQuestionMark(List<Token> tokens, int at) {
    boolean partOfOperator = at > 0 && touchesOperator(tokens.get(at - 1), tokens.get(at));
    return !partOfOperator && expectsValue(tokens, at) && !isDoubled(tokens, at);
  }

  private static boolean touchesOperator(Token before, Token token) {
    return before.kind() == Token.Kind.SYMBOL
        && before.end() == token.offset()
        && "@<>~!#%^&|?".indexOf(before.text().charAt(0)) >= 0;
  }

  private static boolean isDoubled(List<Token> tokens, int at) {
    return at + 1 < tokens.size()
        && tokens.get(at + 1).isSymbol('?')
        && tokens.get(at + 1).offset() == tokens.get(at).end();
  }

  private static boolean isColon(List<Token> tokens, int at) {
    if (!nameFollows(tokens, at) || at == 0) {
      return false;
    }
    Token before = tokens.get(at - 1);
    boolean touches = before.end() == tokens.get(at).offset();
    boolean partOfSlice =
        before.isName() || before.kind() == Token.Kind.NUMBER || before.isSymbol(')');
    return !(touches && (before.isSymbol(':') || partOfSlice));
  }

  private static boolean isAt(List<Token> tokens, int at) {
    if (!nameFollows(tokens, at) || at == 0) {
      return false;
    }
    boolean partOfOperator = touchesOperator(tokens.get(at - 1), tokens.get(at));
    return !partOfOperator && expectsValue(tokens, at);
  }

  private static boolean nameFollows(List<Token> tokens, int at) {
    return at + 1 < tokens.size()
        && (tokens.get(at + 1).kind() == Token.Kind.WORD
            || tokens.get(at + 1).kind() == Token.Kind.STRING)
        && tokens.get(at + 1).offset() == tokens.get(at).end();
  }

  /** Whether a value can come here, after an operator, a comma or such a word. */
  private static boolean expectsValue(List<Token> tokens, int at) {
    int place = at - 1;
    while (place >= 0 && tokens.get(place).kind() == Token.Kind.COMMENT) {
      place--;
    }
    if (place < 0) {
      return false;
    }
    Token before = tokens.get(place);
    if (place > 0 && isEscaped(tokens, place - 1)) {
      return true;
    }
    return switch (before.kind()) {
      case SYMBOL -> !before.isSymbol(')') && !before.isSymbol(']') && !before.isSymbol('?');
      case WORD -> Keywords.expectOperand(before.name());
      default -> false;
    };
  }
}

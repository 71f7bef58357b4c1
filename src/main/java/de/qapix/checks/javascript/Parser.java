package de.qapix.checks.javascript;

import de.qapix.checks.text.SourceText;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Parses TypeScript and JavaScript as far as texts are concerned. It knows no errors: where it does
 * not understand a token it goes on with the next.
 */
public final class Parser {

  private Parser() {}

  public static ParsedFile parse(Path path, SourceText source) {
    String text =
        ComponentScripts.isComponent(path)
            ? ComponentScripts.of(path, source.text())
            : source.text();
    LexedFile lexed = JsLexer.lex(text, mayHoldJsx(path));
    ParsedFile module = new ParsedFile(path, source, lexed.comments());
    ParserState parsing = new ParserState(lexed.tokens(), module, isTyped(path));
    new StatementParser(parsing).all(lexed.tokens().count() - 1);
    parsing.resolveMutations();
    return module;
  }

  /** Whether elements of JSX can occur in a file of this name. */
  private static boolean mayHoldJsx(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return name.endsWith("x")
        || name.endsWith(".js")
        || name.endsWith(".mjs")
        || name.endsWith(".cjs");
  }

  private static boolean isTyped(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return name.endsWith("ts") || name.endsWith(".tsx") || ComponentScripts.isComponent(path);
  }
}

package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import java.util.ArrayList;
import java.util.List;

/** Parses texts with expressions in them: templates, and elements of JSX. */
final class TemplateParser {

  private final ParserState parsing;
  private final JsTokens tokens;
  private final ExpressionParser expressions;

  TemplateParser(ParserState parsing, ExpressionParser expressions) {
    this.parsing = parsing;
    this.tokens = parsing.tokens();
    this.expressions = expressions;
  }

  /**
   * A template.
   *
   * @param tag what stands in front of it, or null
   */
  Node template(Node tag) {
    int start = tag == null ? parsing.start() : tag.start();
    int close = tokens.match(parsing.at());
    List<Node> holes = new ArrayList<>();
    List<Node.Chunk> chunks = new ArrayList<>();
    for (int at = parsing.at() + 1; at < close; at++) {
      if (tokens.kind(at) == Kind.CHUNK) {
        chunks.add(new Node.Chunk(tokens.start(at), tokens.end(at)));
      } else if (tokens.kind(at) == Kind.HOLE_START) {
        parsing.moveTo(at + 1);
        holes.add(expressions.inBrackets());
        at = tokens.match(at);
      }
    }
    parsing.moveTo(close + 1);
    Node template = new Node.Template(tag, chunks, holes, start, tokens.end(close));
    parsing.text(template);
    if (tag != null) {
      SqlHints.root(tag).ifPresent(root -> parsing.module().tags().add(root.name()));
    }
    return template;
  }

  /** An element of JSX: only what stands in its braces matters. */
  Node element() {
    int start = parsing.start();
    int close = tokens.match(parsing.at());
    for (int at = parsing.at() + 1; at < close; at++) {
      if (tokens.is(at, "{")) {
        parsing.moveTo(at + 1);
        parsing.module().talk().add(expressions.inBrackets());
        at = tokens.match(at);
      }
    }
    parsing.moveTo(close + 1);
    return new Node.Other(start, tokens.end(close));
  }
}

package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import de.qapix.checks.javascript.ParsedFile.Import;

/** Parses imports and exports. */
final class ImportsAndExports {

  private final ParserState parsing;
  private final JsTokens tokens;
  private final ExpressionParser expressions;
  private final StatementParser statements;

  ImportsAndExports(ParserState parsing, ExpressionParser expressions, StatementParser statements) {
    this.parsing = parsing;
    this.tokens = parsing.tokens();
    this.expressions = expressions;
    this.statements = statements;
  }

  /** Whether an import or export comes next, which has been read then. */
  boolean read() {
    if (parsing.is("export")) {
      readExport();
      return true;
    }
    if (parsing.isNext("(") || parsing.isNext(".")) {
      return false;
    }
    readImport();
    return true;
  }

  private void readImport() {
    parsing.skip();
    int from = findFrom();
    String file = fileAt(from);
    parsing.module().importedFiles().add(file);
    if (parsing.is("type") && !parsing.isNext("from") && !parsing.isNext(",")) {
      parsing.moveTo(from + 1);
      return;
    }
    while (parsing.at() < from) {
      if (parsing.is("{")) {
        readNames((outer, inner) -> bind(inner, file, outer));
      } else if (parsing.is("*")) {
        bind(tokens.text(parsing.at() + 2), file, "*");
        parsing.moveTo(parsing.at() + 3);
      } else if (parsing.kind() == Kind.NAME && !parsing.is("from")) {
        bind(parsing.text(), file, "default");
        parsing.skip();
      } else {
        parsing.skip();
      }
    }
    parsing.moveTo(from + 1);
    parsing.accept(";");
  }

  /** The string with the name of the file. */
  private int findFrom() {
    int at = parsing.at();
    while (tokens.kind(at) != Kind.STRING && tokens.kind(at) != Kind.END && !tokens.is(at, ";")) {
      at = tokens.is(at, "{") ? tokens.match(at) + 1 : at + 1;
    }
    return Math.min(at, tokens.count() - 1);
  }

  private String fileAt(int token) {
    return tokens.kind(token) == Kind.STRING
        ? UnescapedText.literal(
                parsing.module().source(), tokens.start(token) + 1, tokens.end(token) - 1)
            .sql()
        : "";
  }

  private void bind(String name, String file, String exported) {
    Binding binding = Binding.variable(null, null, null, parsing.start());
    parsing.scope().declare(name, binding);
    parsing.module().imports().put(binding, new Import(file, exported));
  }

  private interface Names {
    void add(String first, String second);
  }

  /** {@code { a, b as c }}. */
  private void readNames(Names names) {
    int close = tokens.match(parsing.at());
    parsing.skip();
    while (parsing.at() < close) {
      if (parsing.is("type") && !parsing.isNext(",") && !parsing.isNext("}")) {
        parsing.skip();
      }
      String first = parsing.text();
      parsing.skip();
      String second = first;
      if (parsing.accept("as")) {
        second = parsing.text();
        parsing.skip();
      }
      names.add(first, second);
      parsing.accept(",");
    }
    parsing.moveTo(close + 1);
  }

  private void readExport() {
    parsing.skip();
    if (parsing.accept("default") || parsing.accept("=")) {
      exportDefault();
    } else if (parsing.is("{")) {
      exportNames();
    } else if (parsing.is("*")) {
      exportAll();
    } else if (parsing.is("type") && parsing.isNext("{")) {
      parsing.moveTo(findFrom());
    } else {
      statements.one();
    }
  }

  private void exportDefault() {
    int name = parsing.at() + (parsing.is("async") || parsing.is("abstract") ? 2 : 1);
    boolean declares =
        parsing.is("class")
            || parsing.is("function")
            || tokens.is(name - 1, "function")
            || tokens.is(name - 1, "class");
    Node value;
    if (declares && tokens.kind(name) == Kind.NAME) {
      value =
          new Node.Name(tokens.text(name), parsing.scope(), tokens.start(name), tokens.end(name));
      statements.one();
    } else {
      parsing.accept("abstract");
      value = expressions.sequence();
      parsing.accept(";");
    }
    parsing.module().exports().put("default", value);
  }

  private void exportNames() {
    int close = tokens.match(parsing.at());
    String file = tokens.is(close + 1, "from") ? fileAt(close + 2) : null;
    readNames((inner, outer) -> export(inner, outer, file));
    if (file != null) {
      parsing.moveTo(close + 3);
    }
    parsing.accept(";");
  }

  private void export(String inner, String outer, String file) {
    if (file == null) {
      Node name = new Node.Name(inner, parsing.scope(), parsing.start(), parsing.start());
      parsing.module().exports().put(outer, name);
    } else {
      parsing.module().passedOn().put(outer, new Import(file, inner));
    }
  }

  private void exportAll() {
    int from = findFrom();
    if (parsing.isNext("as")) {
      String name = tokens.text(parsing.at() + 2);
      parsing.module().passedOn().put(name, new Import(fileAt(from), "*"));
    } else {
      parsing.module().allPassedOn().add(fileAt(from));
    }
    parsing.moveTo(from + 1);
    parsing.accept(";");
  }
}

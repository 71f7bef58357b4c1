package de.qapix.checks.javascript;

import de.qapix.checks.javascript.JsTokens.Kind;
import de.qapix.checks.javascript.ParsedFile.Import;

/** Parses imports and exports. */
final class ImportsAndExports {

  private final ParserState parsing;
  private final JsTokens tokens;

  ImportsAndExports(ParserState parsing) {
    this.parsing = parsing;
    this.tokens = parsing.tokens();
  }

  /** Whether an import comes next and no call of that name; then it has been read. */
  boolean readImport() {
    if (parsing.isNext("(") || parsing.isNext(".")) {
      return false;
    }
    readNamesOfImport();
    return true;
  }

  private void readNamesOfImport() {
    parsing.skip();
    int from = findFrom();
    String file = fileAt(from);
    parsing.module().importedFiles().add(file);
    if (parsing.is("type") && !parsing.isNext("from") && !parsing.isNext(",")) {
      parsing.skip();
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
        ? UnescapedText.ofString(parsing.module().source(), tokens.start(token), tokens.end(token))
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

  /** Whether names are exported that are declared elsewhere; then they have been read. */
  boolean readExport() {
    if (parsing.is("{")) {
      exportNames();
    } else if (parsing.is("*")) {
      exportAll();
    } else if (parsing.is("type") && parsing.isNext("{")) {
      parsing.moveTo(findFrom());
    } else {
      return false;
    }
    return true;
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

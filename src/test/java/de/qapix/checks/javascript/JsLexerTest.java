package de.qapix.checks.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.checks.evaluation.Scanned;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes before a query must not hide it. */
class JsLexerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const r = /['\"`]/g;",
        "const r = /[/'`]/.test(x) ? 1 : 2;",
        "const d = a / 2; const q = b.length / (c || 1) / 3; // it's",
        "if (x) /'/.exec(y);",
        "const f = () => {}\n/'/.test(x);",
        "const t = `a ${ { b: `}` }.b } c ${'}'}`;",
        "const j = <p>It's a `text` with {'}'} and <b>don't</b></p>;",
        "const j = <a title='it\"s' {...props}>{/* ' */}</a>;",
        "const j = <>{xs.map((x) => <li key={x}>it's {x}</li>)}</>;",
        "const f = <T,>(x: T) => x;",
        "const f = <T extends object>(x: T): T => x;",
        "type F = <T>(x: T) => T; const s = 'it';",
        "const g = a < b && c > d;",
        "const h = new Map<string, Array<'a' | \"b\">>();",
        "/* ` */ // '",
        "const s = 'it\\'s \\\n continued';",
        "#!/usr/bin/env node 'x",
        "const broken = 'never closed\n",
        "label: for (;;) { break label; }",
        "class A { #p = 1; static { x = 1; } get y() { return '`'; } }",
        "enum E { A = 'it', B = \"'\" }",
        "interface I { a: `x${string}`; b(): '\"' }",
      })
  void a_query_behind_it_is_found(String code) {
    assertThat(new Scanned().queries("a.tsx", code + "\ndb.query('SELECT 1 FROM a');"))
        .isEqualTo("SELECT 1 FROM a");
  }
}

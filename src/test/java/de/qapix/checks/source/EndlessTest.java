package de.qapix.checks.source;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.checks.evaluation.Scanned;
import de.qapix.checks.text.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that can come to millions of results; each of these once took hours, or all memory. */
@Timeout(60)
class EndlessTest {

  private static final Path FILES =
      Path.of("src", "test", "resources", "de", "qapix", "cases", "queries", "endless");

  private static List<Query> queries(String file) throws IOException {
    return new Scanned().file(file, Files.readString(FILES.resolve(file))).queries();
  }

  private static String lines(int count, String line) {
    return IntStream.range(0, count)
        .mapToObj(i -> line.replace("#", Integer.toString(i)))
        .reduce("", String::concat);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.ts", "b.ts", "c.ts", "d.ts", "e.ts", "g.ts", "reducer.ts", "y1.ts", "y2.ts"})
  void files_in_which_only_the_word_is_like_sql_have_none(String file) throws Exception {
    assertThat(queries(file)).isEmpty();
  }

  @Test
  void what_is_beside_a_query_is_not_evaluated() throws Exception {
    assertThat(queries("switch.ts")).hasSize(1);
  }

  @Test
  void a_piece_that_depends_on_one_thing_only_has_a_variant_for_each_of_its_values()
      throws Exception {
    Query query = queries("r.ts").get(0);

    assertThat(query.variants()).hasSize(8);
    assertThat(query.whole()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (c.k#) name = c.v#;\n",
        "if (c.k#) name = 'v#';\n",
        "name = c.k# ? name : name.trim();\n",
        "if (c.k#) name = name.replace('a#', 'b');\n",
        "if (c.k#) name += 'a#';\n",
        "if (c.k#) name = 'a'; else name = name;\n",
        "name = name + name;\n",
        "name = `${name}${name}`;\n",
        "name = name || c.v#;\n",
        "name = c.k# && name;\n",
        "name = twice(name);\n",
        "name = twice(c.k# ? name : c.v#);\n"
      })
  void a_query_with_hundreds_of_them_is_found_and_has_some_variants(String line) {
    String code =
        "function twice(x) { return c.x ? x : x + x; }\nlet name = '';\n"
            + lines(300, line)
            + "pool.query(`SELECT a FROM t WHERE b = 1 ${name}`);";

    List<Query> queries = new Scanned().file("a.ts", code).queries();

    assertThat(queries).hasSize(1);
    assertThat(queries.get(0).variants()).hasSizeBetween(1, 64);
  }

  @Test
  void functions_that_call_each_other_twice_come_to_an_end() {
    String code =
        lines(40, "function f#(x) { return c.k# ? g#(x) + 'a' : g#('b') + g#(x); }\n")
            + lines(40, "function g#(x) { return h#(x) + h#(c); }\n")
            + IntStream.range(0, 40)
                .mapToObj(
                    i -> "const h" + i + " = (x) => f" + (i + 1) + "(x) + f" + (i + 1) + "(c);\n")
                .reduce("", String::concat);
    assertThat(
            new Scanned().file("a.ts", code + "pool.query('SELECT a FROM t ' + f0(c));").queries())
        .hasSize(1);
  }

  @Test
  void a_chain_of_cases_has_one_more_variant_than_cases() {
    StringBuilder chain = new StringBuilder("let t = 'a';\n");
    StringBuilder ternary = new StringBuilder("const u = ");
    for (int i = 0; i < 24; i++) {
      chain.append(i == 0 ? "" : "else ").append("if (k === ").append(i).append(") t = 'v");
      chain.append(i).append("';\n");
      ternary.append("k === ").append(i).append(" ? 'w").append(i).append("' : ");
    }
    String code = chain + ternary.append("'x';\n").toString();
    Query query =
        new Scanned()
            .file("a.ts", code + "pool.query(`SELECT a FROM t WHERE b = '${t}${u}'`);")
            .queries()
            .get(0);

    assertThat(query.variants()).hasSize(25);
    assertThat(query.whole()).isTrue();
  }

  @Test
  void a_file_that_is_too_much_work_still_tells_of_each_query() {
    String helper =
        "function helper(c) {\n let s = '';\n"
            + lines(300, "  if (c.k#) s += ' AND a# = 1';\n")
            + "  return s;\n}\n";
    List<Query> queries =
        new Scanned()
            .file(
                "a.ts",
                helper + lines(300, "pool.query(`SELECT a# FROM t WHERE b = 1 ${helper(c#)}`);\n"))
            .queries();

    assertThat(queries).hasSize(300);
    assertThat(queries).noneMatch(Query::whole);
  }
}

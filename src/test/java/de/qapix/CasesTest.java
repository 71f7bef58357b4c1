package de.qapix;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Small inputs that once went wrong. Those of the folder public say of each query what is right:
 * {@code // ok}, or {@code // bad:} with the rule, what is written, and what was meant.
 */
class CasesTest {

  private static final Path CASES = Path.of("src", "test", "resources", "de", "qapix", "cases");

  private static JsonNode report;

  @BeforeAll
  static void check(@TempDir Path home) {
    Map<String, String> environment = new HashMap<>(Map.of("HOME", home.toString()));
    Run run =
        Run.command(
            environment,
            () -> Instant.parse("2026-11-25T12:00:00Z"),
            "schema",
            "check",
            "--project",
            CASES.resolve("qapix.toml").toString(),
            "--list",
            "--format",
            "json");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    report = run.json();
  }

  static Stream<Path> commented() throws IOException {
    try (Stream<Path> files = Files.walk(CASES.resolve("public"))) {
      return files.filter(file -> file.endsWith("q.ts")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("commented")
  void each_line_is_what_its_comment_says(Path file) throws Exception {
    Map<Integer, String> found = found(file.toString());
    String written = Files.readString(file);

    StringBuilder told = new StringBuilder();
    int number = 0;
    for (String line : written.lines().toList()) {
      String wrong = found.get(++number);
      boolean query = line.startsWith("export ");
      String comment = wrong != null ? " // bad: " + wrong : query ? " // ok" : "";
      told.append(line.replaceFirst(" // (ok|bad: .*)$", "")).append(comment).append('\n');
    }
    assertThat(told.toString()).isEqualTo(written);
  }

  @Test
  void what_could_have_millions_of_texts_is_checked_in_some_and_what_is_no_sql_is_none() {
    assertThat(queries("endless")).containsExactly("r.ts:18 checked", "switch.ts:27 checked");
    // The server refuses what the branches make of these: text = integer, LIKE without a pattern.
    assertThat(findings("endless"))
        .isEqualTo("r.ts:5 wrong-type =\nr.ts:8 wrong-type |\nr.ts:19 syntax UNION");
  }

  @Test
  void columns_are_checked_behind_a_hole_that_is_a_schema() {
    assertThat(findings("hole-as-schema"))
        .isEqualTo(
            """
            a.ts:3 unknown-column runtimeEnvironmentId -> "runtimeEnvironmentId"
            a.ts:5 unknown-column t.runtime_environment_id -> t."runtimeEnvironmentId"
            b.ts:3 unknown-column runtimeEnvironmentId -> "runtimeEnvironmentId"
            b.ts:5 unknown-column t.runtime_environment_id -> t."runtimeEnvironmentId"
            c.ts:2 unknown-column runtime_environment_id -> "runtimeEnvironmentId"
            d.ts:2 unknown-column runtime_environment_id -> "runtimeEnvironmentId"\
            """);
    assertThat(queries("hole-as-schema")).allMatch(query -> query.endsWith(" checked"));
  }

  @Test
  void other_databases_and_what_helpers_put_in_are_no_mistakes_of_names() {
    assertThat(findings("names-and-dialects"))
        .isEqualTo(
            """
            fix.ts:4 unknown-column created_at -> "createdAt"
            fix.ts:4 folded-alias totalUsers -> "totalUsers"
            hint.ts:3 unknown-column e."pageTitle"
            hint.ts:4 unknown-column u.city -> v.city\
            """);
    assertThat(queries("names-and-dialects"))
        .containsExactly(
            "clickhouse.ts:8 other-database",
            "collate.ts:3 checked",
            "drizzle_schema.ts:5 checked",
            "fix.ts:4 checked",
            "hint.ts:3 checked",
            "hint.ts:4 checked",
            "hogql.ts:2 other-database",
            "holealias.ts:3 checked",
            "lookup.ts:7 checked",
            "mustache.ts:6 skipped",
            "mustache.ts:8 checked",
            "mysql.ts:4 other-database",
            "mysql.ts:6 other-database",
            "pm.ts:3 other-database");
    assertThat(notes("names-and-dialects"))
        .containsExactly(
            "names-and-dialects: 1 query in 1 file names only tables that these migrations do not"
                + " make (_prisma_migrations): another database?");
  }

  @Test
  void branches_go_together_and_values_have_types() {
    assertThat(findings("branches-and-libraries"))
        .isEqualTo(
            """
            b2.ts:3 untyped-parameter ${true} -> ${true}::boolean
            b4.ts:3 untyped-parameter ${id} -> ${id}::text
            bool.ts:4 untyped-parameter ${true} -> ${true}::boolean\
            """);
    assertThat(queries("branches-and-libraries"))
        .filteredOn(query -> !query.endsWith(" checked"))
        .containsExactly(
            "ch1.ts:3 other-database",
            "ch2.ts:4 other-database",
            "ch3.ts:5 other-database",
            "ch4.ts:3 other-database",
            "unk.ts:2 skipped",
            "unk.ts:3 skipped");
    assertThat(queries("branches-and-libraries")).contains("lower.ts:4 checked", "b3.ts:3 checked");
  }

  @Test
  void the_table_that_prisma_makes_for_itself_is_there() {
    assertThat(findings("prisma-own-table")).isEmpty();
    assertThat(queries("prisma-own-table")).containsExactly("pm.ts:3 checked");
  }

  private static Stream<JsonNode> all(String list, String database) {
    return report
        .path(list)
        .valueStream()
        .filter(each -> each.path("database").stringValue().equals(database));
  }

  /** Those that are about a place, in the order of their places. */
  private static String findings(String database) {
    return all("findings", database)
        .filter(finding -> finding.path("line").isNumber())
        .sorted(
            comparing((JsonNode finding) -> finding.path("file").stringValue())
                .thenComparing(finding -> finding.path("line").intValue()))
        .map(finding -> place(finding) + " " + told(finding))
        .collect(joining("\n"));
  }

  private static List<String> notes(String database) {
    return all("findings", database)
        .filter(finding -> !finding.path("line").isNumber())
        .map(finding -> finding.path("message").stringValue())
        .toList();
  }

  /** The place of each query with its verdict. */
  private static List<String> queries(String database) {
    return all("queries", database)
        .map(query -> place(query) + " " + query.path("verdict").stringValue())
        .toList();
  }

  private static String place(JsonNode at) {
    Path file = Path.of(at.path("file").stringValue());
    return file.getFileName() + ":" + at.path("line").intValue();
  }

  /** What was found in each line of a file. */
  private static Map<Integer, String> found(String file) {
    return report
        .path("findings")
        .valueStream()
        .filter(finding -> finding.path("file").stringValue("").endsWith(file))
        .collect(
            groupingBy(
                finding -> finding.path("line").intValue(),
                mapping(CasesTest::told, joining("; "))));
  }

  private static String told(JsonNode finding) {
    String meant = finding.path("expected").stringValue("");
    return finding.path("rule").stringValue().substring("query/".length())
        + " "
        + finding.path("subject").stringValue()
        + (meant.isEmpty() ? "" : " -> " + meant);
  }
}

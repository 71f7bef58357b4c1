package de.qapix.checks.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextFormatTest {

  @Test
  void a_clean_check_is_one_line() {
    assertThat(written(Checks.clean()))
        .isEqualTo(
            """
            postgresql://localhost/qapix: no findings (0.4 s)
            """);
  }

  @Test
  void findings_stand_under_the_heading_of_their_group() {
    assertThat(written(Checks.troubled()))
        .isEqualTo(
            """
            Drift
              error    qapix.calendly_event."joinUrl"  drift/column-type
                       The column has another type.
                       expected  text
                       found     character varying(255)
              error    qapix.run.id                    drift/column-type
                       The column has another type.
                       expected  bigint
                       found     integer
              note     public."Größe|🐘"                drift/comment
                       The comment is | not `the` <same> & *more*.
                       expected  a "quoted" <b>&amp;</b> | `pipe`
                       found     zwei
                                 Zeilen \\x1b[31mrot

            Lint
              warning  qapix.event.size  lint/adding-not-nullable-field
                       This reads all of qapix.event, 100%.
                       at        sql/V1, neu: ä.sql:3:7
                       hint      Add a CHECK first:
                                 then validate it.

            postgresql://localhost/qapix: 2 errors, 1 warning, 1 note, 2 accepted (0.4 s)
            """);
  }

  @Test
  void an_empty_value_keeps_its_label() {
    Finding finding = Finding.note("drift/default", "public.a.b").expected("").found("'x'");
    assertThat(written(Checks.of(Findings.of(finding), 0)))
        .contains("           expected\n           found     'x'\n");
  }

  @Test
  void a_finding_in_a_line_shows_it_and_how_much_was_looked_at_stands_before_the_summary() {
    String line = "\tselect '😀漢', ca.b_c";
    Finding finding =
        Finding.error("query/unknown-column", "ca.b_c")
            .expected("ca.\"bC\"")
            .found("ca.b_c")
            .at(new Place("app/x.ts", 12, 18, 21))
            .showing(line);

    assertThat(written(Checks.ofFiles(finding)))
        .isEqualTo(
            """
            Query
              error    app/x.ts:12:18  query/unknown-column
                       12 | \tselect '😀漢', ca.b_c
                          | \t                  ^^^
                       The rule was broken.

            12 of 14 queries in 3 files; 2 skipped: 2 in migrations
            1 forms left out
            4 minified: a.js, b.js, c.js and 1 more
            queries: 1 error (0.4 s)
            """);
  }

  @Test
  void a_long_line_is_cut_around_the_place() {
    String line = "x".repeat(1000) + "bad" + "y".repeat(1000);

    assertThat(Excerpt.lines(new Place("a", 7, 1001, 1004), line))
        .containsExactly(
            "7 | …" + "x".repeat(60) + "bad" + "y".repeat(97) + "…",
            "  | " + " ".repeat(61) + "^^^");
  }

  @Test
  void a_place_behind_the_end_of_its_line_has_a_caret_too() {
    assertThat(Excerpt.lines(new Place("a", 1, 4, 0), "abc"))
        .containsExactly("1 | abc", "  |    ^");
  }

  @Test
  void colours_change_nothing_but_colours() {
    String coloured = OutputFormat.TEXT.report(true).write(Checks.troubled(), new EnglishWording());
    assertThat(coloured).contains("  \u001b[1;31merror\u001b[0m    qapix.run.id ");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]+m", "")).isEqualTo(written(Checks.troubled()));
  }

  private static String written(Check check) {
    return OutputFormat.TEXT.report(false).write(check, new EnglishWording());
  }
}

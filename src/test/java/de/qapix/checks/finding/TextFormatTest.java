package de.qapix.checks.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  void findings_that_come_from_the_same_are_told_together() {
    assertThat(written(Checks.listing(Listing.USUAL, Checks.misspelled(3))))
        .isEqualTo(
            """
            Query
              error    "User"."createdAt" written created_at: 3 places in 3 files  query/unknown-column
                       app/00.ts:7:11
                       7 | select u0.created_at
                         |           ^^^^^^^^^^
                       The rule was broken.
                       app/01.ts:7:11
                       app/02.ts:7:11

            2 of 4 queries in 2 files; 1 skipped: 1 in migrations; 1 for another database
            queries: 3 errors (0.4 s)
            """);
  }

  @Test
  void what_has_the_most_places_comes_first() {
    Finding other =
        Finding.error("query/unknown-table", "posts")
            .from("posts")
            .at(new Place("a.ts", 1, 2, 0))
            .showing("from posts");
    List<Finding> findings = new ArrayList<>(List.of(Checks.misspelled(2)));
    findings.add(other);

    String text = written(Checks.listing(Listing.USUAL, findings.toArray(Finding[]::new)));

    assertThat(text.indexOf("2 places"))
        .isPositive()
        .isLessThan(text.indexOf("  error    a.ts:1:2"));
  }

  @Test
  void what_differs_in_more_than_the_alias_is_not_one_cause() {
    Finding camel =
        Checks.misspelled(1)[0].at(new Place("b.ts", 1, 1, 0)).expected("u.\"createdAt\"");
    Finding other =
        Finding.error("query/unknown-column", "u.createdat")
            .expected("u.\"createdAt\"")
            .from("\"User\".\"createdAt\"")
            .at(new Place("c.ts", 1, 1, 0))
            .showing("u.createdat");

    assertThat(written(Checks.listing(Listing.USUAL, camel, other))).doesNotContain("places");
  }

  @Test
  void of_many_places_the_first_ten_are_shown_unless_all_are_wanted() {
    Finding[] many = Checks.misspelled(33);

    assertThat(written(Checks.listing(Listing.USUAL, many)))
        .contains("           app/09.ts:7:11\n           and 23 more\n")
        .doesNotContain("app/10.ts");
    assertThat(written(Checks.listing(new Listing(true, Optional.empty()), many)))
        .contains("           app/32.ts:7:11\n\n")
        .doesNotContain("more");
  }

  @Test
  void many_findings_are_counted_by_rule_and_by_folder() {
    List<Finding> findings = new ArrayList<>(List.of(Checks.misspelled(10)));
    findings.add(Finding.error("query/syntax", "from").at(new Place("x.ts", 1, 1, 0)).showing("x"));

    assertThat(written(Checks.listing(Listing.USUAL, findings.toArray(Finding[]::new))))
        .endsWith(
            """

            By rule
              10  query/unknown-column
               1  query/syntax

            By folder
              10  app
               1  .

            2 of 4 queries in 2 files; 1 skipped: 1 in migrations; 1 for another database
            queries: 11 errors (0.4 s)
            """);
    assertThat(written(Checks.listing(Listing.USUAL, Checks.misspelled(10))))
        .doesNotContain("By rule");
  }

  @Test
  void a_piece_that_queries_share_names_those_that_it_breaks() {
    List<Place> queries =
        List.of(
            new Place("d.ts", 1, 2, 0),
            new Place("a.ts", 1, 2, 0),
            new Place("b.ts", 1, 2, 0),
            new Place("c.ts", 1, 2, 0),
            new Place("c.ts", 1, 2, 0));
    Finding finding = Checks.misspelled(1)[0];

    assertThat(written(Checks.listing(Listing.USUAL, finding.breaking(queries))))
        .contains(
            "broken.\n           breaks 4 queries: a.ts:1:2, b.ts:1:2, c.ts:1:2 and 1 more\n");
    assertThat(written(Checks.listing(Listing.USUAL, finding.breaking(queries.subList(0, 1)))))
        .doesNotContain("breaks");
  }

  @Test
  void all_queries_can_be_listed_with_their_verdicts() {
    assertThat(written(Checks.listing(new Listing(false, Optional.of(Checks.queries())))))
        .isEqualTo(
            """
            app/a.ts:3:5   prisma      checked                  select 1
            app/b.ts:10:1  -           skipped: in a migration  update a set b = 1
            app/c.ts:1:1   clickhouse  other database           select 2

            2 of 4 queries in 2 files; 1 skipped: 1 in migrations; 1 for another database
            queries: no findings (0.4 s)
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

  private static String written(CheckReport check) {
    return OutputFormat.TEXT.report(false).write(check, new EnglishWording());
  }
}

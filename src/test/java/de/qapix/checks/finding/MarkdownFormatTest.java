package de.qapix.checks.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

final class MarkdownFormatTest {

  @Test
  void a_clean_check_needs_no_table() {
    assertThat(written(Checks.clean()))
        .isEqualTo(
            """
            **postgresql://localhost/qapix: no findings (0.4 s)**
            """);
  }

  @Test
  void findings_become_a_table_in_which_every_character_means_itself() {
    assertThat(written(Checks.troubled()))
        .isEqualTo(
            """
            **postgresql://localhost/qapix: 2 errors, 1 warning, 1 note, 2 accepted (0.4 s)**

            | Severity | Object | Finding | Rule |
            | --- | --- | --- | --- |
            | error | `qapix.calendly_event."joinUrl"` | The column has another type.<br>expected: `text`<br>found: `character varying(255)` | `drift/column-type` |
            | error | `qapix.run.id` | The column has another type.<br>expected: `bigint`<br>found: `integer` | `drift/column-type` |
            | warning | `qapix.event.size`<br>`sql/V1, neu: ä.sql:3:7` | This reads all of qapix.event, 100%.<br>Add a CHECK first:<br>then validate it. | `lint/adding-not-nullable-field` |
            | note | <code>public."Größe&#124;🐘"</code> | The comment is &#124; not &#96;the&#96; &#60;same&#62; &#38; &#42;more&#42;.<br>expected: <code>a "quoted" &#60;b&#62;&#38;amp;&#60;/b&#62; &#124; &#96;pipe&#96;</code><br>found: <code>zwei</code><br><code>Zeilen &#92;x1b&#91;31mrot</code> | `drift/comment` |
            """);
  }

  @Test
  void findings_that_come_from_the_same_are_one_row() {
    assertThat(written(Checks.listing(Listing.USUAL, Checks.misspelled(2))))
        .endsWith(
            """
            | error | "User"."createdAt" written created&#95;at: 2 places in 2 files<br>`app/00.ts:7:11`<br>app/01.ts:7:11 | The rule was broken.<br>expected: `u0."createdAt"` | `query/unknown-column` |
            """);
  }

  @Test
  void a_comment_is_never_longer_than_github_takes() {
    Finding finding = Finding.error("drift/column-type", "public.a.b").found("x".repeat(10_000));
    String comment = written(Checks.of(new Findings(Collections.nCopies(20, finding)), 0));
    assertThat(comment).hasSizeLessThan(65_536).endsWith("|\n\n15 findings more\n");
  }

  private static String written(CheckReport check) {
    return OutputFormat.MARKDOWN.report(false).write(check, new EnglishWording());
  }
}

package de.qapix.finding;

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
                                 Zeilen �[31mrot

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
  void colours_change_nothing_but_colours() {
    String coloured = OutputFormat.TEXT.report(true).write(Checks.troubled(), new EnglishWording());
    assertThat(coloured).contains("  \u001b[1;31merror\u001b[0m    qapix.run.id ");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]+m", "")).isEqualTo(written(Checks.troubled()));
  }

  private static String written(Check check) {
    return OutputFormat.TEXT.report(false).write(check, new EnglishWording());
  }
}

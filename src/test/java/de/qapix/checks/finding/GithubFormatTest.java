package de.qapix.checks.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GithubFormatTest {

  @Test
  void a_clean_check_is_no_annotation() {
    assertThat(written(Checks.clean()))
        .isEqualTo(
            """
            postgresql://localhost/qapix: no findings (0.4 s)
            """);
  }

  @Test
  void findings_become_annotations() {
    assertThat(written(Checks.troubled()))
        .isEqualTo(
            """
            ::error title=drift/column-type::qapix.calendly_event."joinUrl": The column has another type.%0Aexpected: text%0Afound: character varying(255)
            ::error title=drift/column-type::qapix.run.id: The column has another type.%0Aexpected: bigint%0Afound: integer
            ::warning file=sql/V1%2C neu%3A ä.sql,line=3,col=7,endColumn=12,title=lint/adding-not-nullable-field::qapix.event.size: This reads all of qapix.event, 100%25.%0Ahint: Add a CHECK first:%0Athen validate it.
            ::notice title=drift/comment::public."Größe|🐘": The comment is | not `the` <same> & *more*.%0Aexpected: a "quoted" <b>&amp;</b> | `pipe`%0Afound: zwei%0AZeilen \\x1b[31mrot
            postgresql://localhost/qapix: 2 errors, 1 warning, 1 note, 2 accepted (0.4 s)
            """);
  }

  private static String written(CheckReport check) {
    return OutputFormat.GITHUB.report(false).write(check, new EnglishWording());
  }
}

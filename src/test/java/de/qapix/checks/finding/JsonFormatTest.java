package de.qapix.checks.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JsonFormatTest {

  @Test
  void a_clean_check_is_a_success() {
    assertThat(written(Checks.clean()))
        .isEqualTo(
            """
            {"success":true,"checked":"postgresql://localhost/qapix","version":"0.1.0","begun":"2026-11-25T03:04:05.678Z","ms":412,"counts":{"error":0,"warning":0,"note":0,"accepted":0},"coverage":null,"findings":[]}
            """);
  }

  @Test
  void every_finding_has_every_key() {
    assertThat(Pretty.json(written(Checks.troubled())))
        .isEqualTo(
            """
            {
              "success" : false,
              "checked" : "postgresql://localhost/qapix",
              "version" : "0.1.0",
              "begun" : "2026-11-25T03:04:05.678Z",
              "ms" : 412,
              "counts" : {
                "error" : 2,
                "warning" : 1,
                "note" : 1,
                "accepted" : 2
              },
              "coverage" : null,
              "findings" : [ {
                "rule" : "drift/column-type",
                "severity" : "error",
                "subject" : "qapix.calendly_event.\\"joinUrl\\"",
                "expected" : "text",
                "found" : "character varying(255)",
                "message" : "The column has another type.",
                "hint" : null,
                "file" : null,
                "line" : null,
                "column" : null,
                "endColumn" : null,
                "source" : null,
                "fingerprint" : "79334cda6b0cc242fa8d0c2913809d40",
                "database" : null
              }, {
                "rule" : "drift/column-type",
                "severity" : "error",
                "subject" : "qapix.run.id",
                "expected" : "bigint",
                "found" : "integer",
                "message" : "The column has another type.",
                "hint" : null,
                "file" : null,
                "line" : null,
                "column" : null,
                "endColumn" : null,
                "source" : null,
                "fingerprint" : "21b5bcd15ee6aab63750fdf22033f603",
                "database" : null
              }, {
                "rule" : "lint/adding-not-nullable-field",
                "severity" : "warning",
                "subject" : "qapix.event.size",
                "expected" : null,
                "found" : null,
                "message" : "This reads all of qapix.event, 100%.",
                "hint" : "Add a CHECK first:\\nthen validate it.",
                "file" : "sql/V1, neu: ä.sql",
                "line" : 3,
                "column" : 7,
                "endColumn" : 12,
                "source" : null,
                "fingerprint" : "34b0d0caeaaef93232fe2741e502f77a",
                "database" : null
              }, {
                "rule" : "drift/comment",
                "severity" : "note",
                "subject" : "public.\\"Größe|🐘\\"",
                "expected" : "a \\"quoted\\" <b>&amp;</b> | `pipe`",
                "found" : "zwei\\nZeilen \\u001B[31mrot",
                "message" : "The comment is | not `the` <same> & *more*.",
                "hint" : null,
                "file" : null,
                "line" : null,
                "column" : null,
                "endColumn" : null,
                "source" : null,
                "fingerprint" : "d5255f3944b1fe6aa609394e0b52bf14",
                "database" : null
              } ]
            }
            """);
  }

  private static String written(Check check) {
    return OutputFormat.JSON.report(false).write(check, new EnglishWording());
  }
}

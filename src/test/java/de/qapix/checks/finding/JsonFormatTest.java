package de.qapix.checks.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JsonFormatTest {

  @Test
  void a_clean_check_is_a_success() {
    assertThat(written(Checks.clean()))
        .isEqualTo(
            """
            {"success":true,"checked":"postgresql://localhost/qapix","version":"0.1.0","begun":"2026-11-25T03:04:05.678Z","ms":412,"counts":{"error":0,"warning":0,"note":0,"accepted":0},"coverage":null,"findings":[],"groups":[],"queries":null}
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
                "database" : null,
                "instead" : null,
                "breaks" : [ ]
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
                "database" : null,
                "instead" : null,
                "breaks" : [ ]
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
                "database" : null,
                "instead" : null,
                "breaks" : [ ]
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
                "database" : null,
                "instead" : null,
                "breaks" : [ ]
              } ],
              "groups" : [ {
                "rule" : "drift/column-type",
                "severity" : "error",
                "cause" : "qapix.calendly_event.\\"joinUrl\\"",
                "written" : null,
                "count" : 1,
                "files" : 0,
                "findings" : [ 0 ]
              }, {
                "rule" : "drift/column-type",
                "severity" : "error",
                "cause" : "qapix.run.id",
                "written" : null,
                "count" : 1,
                "files" : 0,
                "findings" : [ 1 ]
              }, {
                "rule" : "lint/adding-not-nullable-field",
                "severity" : "warning",
                "cause" : "qapix.event.size",
                "written" : null,
                "count" : 1,
                "files" : 1,
                "findings" : [ 2 ]
              }, {
                "rule" : "drift/comment",
                "severity" : "note",
                "cause" : "public.\\"Größe|🐘\\"",
                "written" : null,
                "count" : 1,
                "files" : 0,
                "findings" : [ 3 ]
              } ],
              "queries" : null
            }
            """);
  }

  @Test
  void a_group_tells_its_cause_and_the_numbers_of_its_findings() {
    assertThat(Pretty.json(written(Checks.listing(Listing.USUAL, Checks.misspelled(2)))))
        .contains(
            """
              "groups" : [ {
                "rule" : "query/unknown-column",
                "severity" : "error",
                "cause" : "\\"User\\".\\"createdAt\\"",
                "written" : "created_at",
                "count" : 2,
                "files" : 2,
                "findings" : [ 0, 1 ]
              } ],
              "queries" : null
            }
            """);
  }

  @Test
  void every_query_has_one_verdict() {
    Listing listing = new Listing(false, Optional.of(Checks.queries()));
    assertThat(Pretty.json(written(Checks.listing(listing))))
        .contains(
            """
              "queries" : [ {
                "file" : "app/a.ts",
                "line" : 3,
                "column" : 5,
                "library" : "prisma",
                "verdict" : "checked",
                "reason" : null,
                "text" : "select 1",
                "database" : null
              }, {
                "file" : "app/b.ts",
                "line" : 10,
                "column" : 1,
                "library" : null,
                "verdict" : "skipped",
                "reason" : "migration",
                "text" : "update a set b = 1",
                "database" : null
              }, {
                "file" : "app/c.ts",
                "line" : 1,
                "column" : 1,
                "library" : "clickhouse",
                "verdict" : "other-database",
                "reason" : "other-database",
                "text" : "select 2",
                "database" : null
              } ]
            }
            """);
  }

  private static String written(CheckReport check) {
    return OutputFormat.JSON.report(false).write(check, new EnglishWording());
  }
}

package de.qapix.checks.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SarifFormatTest {

  @Test
  void a_clean_check_has_no_results() {
    assertThat(Pretty.json(written(Checks.clean())))
        .isEqualTo(
            """
            {
              "$schema" : "https://json.schemastore.org/sarif-2.1.0.json",
              "version" : "2.1.0",
              "runs" : [ {
                "tool" : {
                  "driver" : {
                    "name" : "qapix",
                    "semanticVersion" : "0.1.0",
                    "rules" : [ ]
                  }
                },
                "invocations" : [ {
                  "executionSuccessful" : true,
                  "startTimeUtc" : "2026-11-25T03:04:05.678Z",
                  "endTimeUtc" : "2026-11-25T03:04:06.090Z"
                } ],
                "columnKind" : "unicodeCodePoints",
                "results" : [ ]
              } ]
            }
            """);
  }

  @Test
  void findings_without_a_place_are_put_at_the_home_of_the_check() {
    assertThat(Pretty.json(written(Checks.troubled())))
        .isEqualTo(
            """
            {
              "$schema" : "https://json.schemastore.org/sarif-2.1.0.json",
              "version" : "2.1.0",
              "runs" : [ {
                "tool" : {
                  "driver" : {
                    "name" : "qapix",
                    "semanticVersion" : "0.1.0",
                    "rules" : [ {
                      "id" : "drift/column-type",
                      "shortDescription" : {
                        "text" : "About drift/column-type"
                      },
                      "fullDescription" : {
                        "text" : "About drift/column-type"
                      },
                      "help" : {
                        "text" : "About drift/column-type"
                      }
                    }, {
                      "id" : "drift/comment",
                      "shortDescription" : {
                        "text" : "About drift/comment"
                      },
                      "fullDescription" : {
                        "text" : "About drift/comment"
                      },
                      "help" : {
                        "text" : "About drift/comment"
                      }
                    }, {
                      "id" : "lint/adding-not-nullable-field",
                      "shortDescription" : {
                        "text" : "About lint/adding-not-nullable-field"
                      },
                      "fullDescription" : {
                        "text" : "About lint/adding-not-nullable-field"
                      },
                      "help" : {
                        "text" : "About lint/adding-not-nullable-field"
                      }
                    } ]
                  }
                },
                "invocations" : [ {
                  "executionSuccessful" : true,
                  "startTimeUtc" : "2026-11-25T03:04:05.678Z",
                  "endTimeUtc" : "2026-11-25T03:04:06.090Z"
                } ],
                "columnKind" : "unicodeCodePoints",
                "results" : [ {
                  "ruleId" : "drift/column-type",
                  "ruleIndex" : 0,
                  "level" : "error",
                  "message" : {
                    "text" : "qapix.calendly_event.\\"joinUrl\\": The column has another type.\\nexpected: text\\nfound: character varying(255)"
                  },
                  "locations" : [ {
                    "physicalLocation" : {
                      "artifactLocation" : {
                        "uri" : "sql/migrations/README.md"
                      },
                      "region" : {
                        "startLine" : 1
                      }
                    },
                    "logicalLocations" : [ {
                      "fullyQualifiedName" : "qapix.calendly_event.\\"joinUrl\\""
                    } ]
                  } ],
                  "partialFingerprints" : {
                    "qapix/v1" : "79334cda6b0cc242fa8d0c2913809d40",
                    "primaryLocationLineHash" : "79334cda6b0cc242fa8d0c2913809d40:1"
                  }
                }, {
                  "ruleId" : "drift/column-type",
                  "ruleIndex" : 0,
                  "level" : "error",
                  "message" : {
                    "text" : "qapix.run.id: The column has another type.\\nexpected: bigint\\nfound: integer"
                  },
                  "locations" : [ {
                    "physicalLocation" : {
                      "artifactLocation" : {
                        "uri" : "sql/migrations/README.md"
                      },
                      "region" : {
                        "startLine" : 1
                      }
                    },
                    "logicalLocations" : [ {
                      "fullyQualifiedName" : "qapix.run.id"
                    } ]
                  } ],
                  "partialFingerprints" : {
                    "qapix/v1" : "21b5bcd15ee6aab63750fdf22033f603",
                    "primaryLocationLineHash" : "21b5bcd15ee6aab63750fdf22033f603:1"
                  }
                }, {
                  "ruleId" : "lint/adding-not-nullable-field",
                  "ruleIndex" : 2,
                  "level" : "warning",
                  "message" : {
                    "text" : "qapix.event.size: This reads all of qapix.event, 100%.\\nhint: Add a CHECK first:\\nthen validate it."
                  },
                  "locations" : [ {
                    "physicalLocation" : {
                      "artifactLocation" : {
                        "uri" : "sql/V1,%20neu:%20%C3%A4.sql"
                      },
                      "region" : {
                        "startLine" : 3,
                        "startColumn" : 7,
                        "endColumn" : 12
                      }
                    },
                    "logicalLocations" : [ {
                      "fullyQualifiedName" : "qapix.event.size"
                    } ]
                  } ],
                  "partialFingerprints" : {
                    "qapix/v1" : "34b0d0caeaaef93232fe2741e502f77a",
                    "primaryLocationLineHash" : "34b0d0caeaaef93232fe2741e502f77a:1"
                  }
                }, {
                  "ruleId" : "drift/comment",
                  "ruleIndex" : 1,
                  "level" : "note",
                  "message" : {
                    "text" : "public.\\"Größe|🐘\\": The comment is | not `the` <same> & *more*.\\nexpected: a \\"quoted\\" <b>&amp;</b> | `pipe`\\nfound: zwei\\nZeilen \\u001B[31mrot"
                  },
                  "locations" : [ {
                    "physicalLocation" : {
                      "artifactLocation" : {
                        "uri" : "sql/migrations/README.md"
                      },
                      "region" : {
                        "startLine" : 1
                      }
                    },
                    "logicalLocations" : [ {
                      "fullyQualifiedName" : "public.\\"Größe|🐘\\""
                    } ]
                  } ],
                  "partialFingerprints" : {
                    "qapix/v1" : "d5255f3944b1fe6aa609394e0b52bf14",
                    "primaryLocationLineHash" : "d5255f3944b1fe6aa609394e0b52bf14:1"
                  }
                } ]
              } ]
            }
            """);
  }

  @Test
  void reports_are_valid_by_the_schema_of_oasis() {
    assertThat(SchemasOfReports.faultsOfSarif(written(Checks.clean()))).isEmpty();
    assertThat(SchemasOfReports.faultsOfSarif(written(Checks.troubled()))).isEmpty();
  }

  @Test
  void what_stands_at_a_place_is_shown() {
    String report =
        written(
            Checks.ofFiles(
                Finding.error("query/unknown-column", "b_c")
                    .at(new Place("app/x.ts", 1, 4, 7))
                    .showing("😀, b_c")));
    assertThat(report)
        .contains("\"region\":{\"startLine\":1,\"startColumn\":4,\"endColumn\":7,")
        .contains("\"snippet\":{\"text\":\"b_c\"}")
        .contains("\"snippet\":{\"text\":\"😀, b_c\"}")
        .contains("\"coverage\":{\"files\":3,\"queries\":14,\"checked\":12,");
    assertThat(SchemasOfReports.faultsOfSarif(report)).isEmpty();
  }

  @Test
  void the_schema_would_notice() {
    String report = written(Checks.troubled());
    assertThat(SchemasOfReports.faultsOfSarif(report.replace("\"note\"", "\"hint\""))).hasSize(1);
    assertThat(SchemasOfReports.faultsOfSarif(report.replace("sql/V1,%20", "sql/V1, "))).hasSize(1);
  }

  @Test
  void equal_findings_stay_two_alerts() {
    Finding first = Finding.error("lint/ban-drop-column", "a.b").at(Place.in("a b.sql", 1));
    assertThat(written(Checks.of(Findings.of(first, first.at(Place.in("a b.sql", 9))), 0)))
        .contains(first.fingerprint() + ":1", first.fingerprint() + ":2");
  }

  @Test
  void paths_become_uris() {
    assertThat(FileUri.of("sql/100% #1?.sql")).isEqualTo("sql/100%25%20%231%3F.sql");
    assertThat(FileUri.of("/tmp/ä.sql")).isEqualTo("file:///tmp/%C3%A4.sql");
    assertThat(FileUri.of("a:b.sql")).isEqualTo("./a:b.sql");
  }

  private static String written(CheckReport check) {
    return OutputFormat.SARIF.report(false).write(check, new EnglishWording());
  }
}

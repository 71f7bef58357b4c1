package de.qapix.checks.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checks that every format's test writes down. */
final class Checks {

  private static final ToolRun RUN =
      new ToolRun("0.1.0", Instant.parse("2026-11-25T03:04:05.678Z"), Duration.ofMillis(412));

  private Checks() {}

  static CheckReport clean() {
    return of(Findings.NONE, 0);
  }

  /** Quotes, umlauts, an emoji, markup, line breaks, pipes and what would command a terminal. */
  static CheckReport troubled() {
    return of(
        Findings.of(
            Finding.note("drift/comment", "public.\"Größe|🐘\"")
                .expected("a \"quoted\" <b>&amp;</b> | `pipe`")
                .found("zwei\nZeilen \u001b[31mrot"),
            Finding.warning("lint/adding-not-nullable-field", "qapix.event.size")
                .withArguments("qapix.event")
                .at(new Place("sql/V1, neu: ä.sql", 3, 7, 12)),
            Finding.error("drift/column-type", "qapix.calendly_event.\"joinUrl\"")
                .expected("text")
                .found("character varying(255)"),
            Finding.error("drift/column-type", "qapix.run.id").expected("bigint").found("integer")),
        2);
  }

  /** A finding in a line that is shown, and how much was looked at. */
  static CheckReport ofFiles(Finding... findings) {
    Map<String, String> unread =
        Map.of("a.js", "minified", "b.js", "minified", "c.js", "minified", "d.js", "minified");
    return new CheckReport(
        "queries",
        "README.md",
        Findings.of(findings),
        0,
        RUN,
        Optional.of(new Extent(3, 14, Map.of("migration", 2), 1, unread)),
        Listing.USUAL);
  }

  /** The same column written wrongly, in as many files. */
  static Finding[] misspelled(int count) {
    Finding[] findings = new Finding[count];
    for (int at = 0; at < count; at++) {
      String alias = "u" + at;
      findings[at] =
          Finding.error("query/unknown-column", alias + ".created_at")
              .expected(alias + ".\"createdAt\"")
              .from("\"User\".\"createdAt\"")
              .at(new Place("app/%02d.ts".formatted(at), 7, 11, 21))
              .showing("select %s.created_at".formatted(alias));
    }
    return findings;
  }

  static List<ListedQuery> queries() {
    return List.of(
        new ListedQuery(
            new Place("app/a.ts", 3, 5, 0), Optional.of("prisma"), Optional.empty(), "select 1"),
        new ListedQuery(
            new Place("app/b.ts", 10, 1, 0),
            Optional.empty(),
            Optional.of("migration"),
            "update a set b = 1"),
        new ListedQuery(
            new Place("app/c.ts", 1, 1, 0),
            Optional.of("clickhouse"),
            Optional.of("other-database"),
            "select 2"));
  }

  /** With what is asked for besides. */
  static CheckReport listing(Listing listing, Finding... findings) {
    Extent extent = new Extent(2, 4, Map.of("migration", 1, "other-database", 1), 0, Map.of());
    return new CheckReport(
        "queries", "README.md", Findings.of(findings), 0, RUN, Optional.of(extent), listing);
  }

  static CheckReport of(Findings findings, int accepted) {
    return new CheckReport(
        "postgresql://localhost/qapix",
        "sql/migrations/README.md",
        findings,
        accepted,
        RUN,
        Optional.empty(),
        Listing.USUAL);
  }
}

package de.qapix.checks.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The checks that every format's test writes down. */
final class Checks {

  private static final ToolRun RUN =
      new ToolRun("0.1.0", Instant.parse("2026-11-25T03:04:05.678Z"), Duration.ofMillis(412));

  private Checks() {}

  static Check clean() {
    return of(Findings.NONE, 0);
  }

  /** Quotes, umlauts, an emoji, markup, line breaks, pipes and what would command a terminal. */
  static Check troubled() {
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
  static Check ofFiles(Finding... findings) {
    Map<String, String> unread =
        Map.of("a.js", "minified", "b.js", "minified", "c.js", "minified", "d.js", "minified");
    return new Check(
        "queries",
        "README.md",
        Findings.of(findings),
        0,
        RUN,
        Optional.of(new Extent(3, 14, Map.of("migration", 2), 1, unread)));
  }

  static Check of(Findings findings, int accepted) {
    return new Check(
        "postgresql://localhost/qapix",
        "sql/migrations/README.md",
        findings,
        accepted,
        RUN,
        Optional.empty());
  }
}

package de.qapix.checks.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingTest {

  private static final Finding FINDING =
      Finding.error("lint/ban-drop-column", "qapix.event.name")
          .found("varchar")
          .at(new Place("sql/V1.sql", 3, 7, 11));

  @Test
  void a_fingerprint_survives_edits_above_and_another_severity() {
    assertThat(FINDING.fingerprint()).isEqualTo("a262c2d4099ca2aaf8e82f6c033decb2");
    assertThat(FINDING.at(Place.in("sql/V1.sql", 300)).fingerprint())
        .isEqualTo(FINDING.fingerprint());
    assertThat(FINDING.with(Severity.NOTE).expected("text").withArguments("x").fingerprint())
        .isEqualTo(FINDING.fingerprint());
  }

  @Test
  void a_fingerprint_tells_rule_subject_found_and_file_apart() {
    assertThat(
            List.of(
                FINDING.fingerprint(),
                FINDING.found("text").fingerprint(),
                FINDING.at(Place.in("sql/V2.sql")).fingerprint(),
                Finding.error("lint/ban-drop-column", "qapix.event.names").fingerprint(),
                Finding.error("lint/ban-drop-column", "qapix.event.name").fingerprint(),
                Finding.error("lint/ban-drop-column", "qapix.event.name").found("").fingerprint(),
                Finding.error("lint/ban-drop-table", "qapix.event.name").fingerprint()))
        .doesNotHaveDuplicates();
  }

  @Test
  void the_worst_come_first_then_groups_subjects_rules_and_places() {
    Finding second = Finding.error("drift/column-type", "b");
    Finding first = Finding.error("drift/index", "a");
    Finding third = Finding.error("drift/index", "b").at(Place.in("x.sql", 2));
    Finding fourth = Finding.error("drift/index", "b").at(Place.in("x.sql", 10));
    Finding fifth = Finding.error("lint/index", "a");
    Finding last = Finding.note("drift/column-type", "a");
    assertThat(Findings.of(last, fifth, fourth, third, second, first).all())
        .containsExactly(first, second, third, fourth, fifth, last);
  }

  @Test
  void findings_count_and_only_errors_fail() {
    Findings findings = Findings.of(Finding.note("a/b", "x"), Finding.warning("a/b", "y"));
    assertThat(findings.failed()).isFalse();
    assertThat(findings.count(Severity.NOTE)).isEqualTo(1);
    assertThat(Findings.of(Finding.error("a/b", "x")).failed()).isTrue();
  }

  @Test
  void what_is_no_finding_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Finding.error("drift", "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> Finding.error("drift/Type", "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> Finding.error("drift/type", " "));
    assertThatIllegalArgumentException().isThrownBy(() -> Place.in("a.sql", 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Place("a.sql", 1, 5, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new Place("a.sql", 1, 0, 4));
  }

  @Test
  void a_place_reads_as_editors_understand_it() {
    assertThat(new Place("a.sql", 3, 7, 0)).hasToString("a.sql:3:7");
    assertThat(Place.in("a.sql", 3)).hasToString("a.sql:3");
  }
}

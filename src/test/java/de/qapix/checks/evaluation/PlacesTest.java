package de.qapix.checks.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each char of a query leads back to the place where it is written. */
class PlacesTest {

  @Test
  void of_a_plain_string() {
    assertThat(Scanned.place("q.query('SELECT wrong FROM t')", "wrong")).isEqualTo("1:17-22");
  }

  @Test
  void behind_escapes() {
    assertThat(
            Scanned.place("q.query('SELECT \\'\\u0041\\u{1F600}\\x41\\', wrong FROM t')", "wrong"))
        .isEqualTo("1:42-47");
  }

  @Test
  void behind_a_continued_line_and_in_windows_files() {
    assertThat(Scanned.place("q.query('SELECT \\\r\n  wrong FROM t')", "wrong")).isEqualTo("2:3-8");
    assertThat(Scanned.place("q.query(`SELECT a,\r\n\t\twrong FROM t`)", "wrong"))
        .isEqualTo("2:3-8");
  }

  @Test
  void behind_emoji_in_code_points() {
    assertThat(Scanned.place("/* 😀 */ q.query(`SELECT '😀', wrong FROM t`)", "wrong"))
        .isEqualTo("1:30-35");
  }

  @Test
  void in_a_template_in_a_template() {
    assertThat(
            Scanned.place("sql`select a from t ${x ? sql`where ${y} = wrong` : sql``}`", "wrong"))
        .isEqualTo("1:44-49");
  }

  @Test
  void in_another_variable() {
    assertThat(Scanned.place("const c = 'a, wrong';\nq.query(`SELECT ${c} FROM t`)", "wrong"))
        .isEqualTo("1:15-20");
  }

  @Test
  void of_a_name_that_the_library_quotes() {
    assertThat(Scanned.place("sql`insert into t ${sql({ a: 1, wrong: 2 })}`", "wrong"))
        .isEqualTo("1:33-38");
  }
}

package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TestDatabaseTest {

  @Test
  void two_databases_know_nothing_of_each_other() {
    try (TestDatabase one = TestDatabase.migrated();
        TestDatabase other = TestDatabase.empty()) {
      assertThat(one.sql().fetchValue("select to_regclass('qapix.run')::text"))
          .isEqualTo("qapix.run");
      assertThat(other.sql().fetchValue("select to_regclass('qapix.run')::text")).isNull();
      assertThat(other.sql().fetchValue("select current_setting('TimeZone')")).isNotEqualTo("UTC");
    }
  }
}

package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TestServerTest {

  @ParameterizedTest
  @EnumSource
  void each_server_has_its_version_and_takes_our_migrations(TestServer server) {
    try (TestDatabase database = TestDatabase.migrated(server)) {
      assertThat(database.sql().fetchValue("select current_setting('server_version')::text"))
          .asString()
          .startsWith(server.version() + ".");
      assertThat(database.sql().fetchValue("select to_regclass('qapix.run')::text"))
          .isEqualTo("qapix.run");
    }
  }
}

package de.qapix.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://u:p%40ss%2Fw%25@db.example.com:6543/app?schema=sales&sslmode=require",
        "postgresql://u:p%40ss%2Fw%25@db.example.com:6543/app?schema=sales&sslmode=require",
        "jdbc:postgresql://db.example.com:6543/app?user=u&password=p%40ss%2Fw%25&schema=sales&sslmode=require"
      })
  void all_forms_of_an_address_mean_the_same(String url) {
    ConnectionSettings settings = ConnectionSettings.parse(url, Map.of());

    assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example.com:6543/app");
    assertThat(settings.properties())
        .containsEntry("user", "u")
        .containsEntry("password", "p@ss/w%")
        .containsEntry("sslmode", "require");
    assertThat(settings.sharedSchema()).isEqualTo("sales");
    assertThat(settings.dropped()).isEmpty();
  }

  @Test
  void a_pooler_gets_no_server_side_prepared_statements() {
    assertThat(settings("postgres://h/d").properties()).containsEntry("prepareThreshold", "0");
    assertThat(settings("postgres://h/d?pgbouncer=true").dropped()).isEmpty();
    assertThat(settings("postgres://h/d?prepareThreshold=5").properties())
        .containsEntry("prepareThreshold", "5");
  }

  @Test
  void names_of_prisma_and_libpq_become_those_of_the_driver() {
    assertThat(settings("postgres://h/d?connect_timeout=7&application_name=x").properties())
        .containsEntry("connectTimeout", "7")
        .containsEntry("ApplicationName", "x");
  }

  @Test
  void what_means_nothing_is_named() {
    assertThat(settings("postgres://h/d?connection_limit=5&sslaccept=strict").dropped())
        .containsExactly("connection_limit", "sslaccept");
  }

  @Test
  void user_and_password_come_from_the_environment_where_the_address_has_none() {
    ConnectionSettings settings =
        ConnectionSettings.parse("postgres://h/d", Map.of("PGUSER", "me", "PGPASSWORD", "word"));

    assertThat(settings.properties()).containsEntry("user", "me").containsEntry("password", "word");
  }

  @Test
  void a_plus_sign_is_itself() {
    assertThat(settings("postgres://u:a+b@h/d").properties()).containsEntry("password", "a+b");
  }

  @Test
  void nothing_that_is_printed_shows_the_password() {
    assertThat(settings("postgres://u:secret@h:1/d")).hasToString("postgresql://u@h:1/d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql://h/d", "h/d", "", "postgres:h"})
  void anything_else_is_refused(String url) {
    assertRefused(url, DatabaseUrlException.Kind.FORM);
  }

  @Test
  void a_broken_escape_a_socket_and_senseless_values_are_refused() {
    assertRefused("postgres://u:50%@h/d", DatabaseUrlException.Kind.ESCAPE);
    assertRefused("postgres://h/d?host=/tmp", DatabaseUrlException.Kind.SOCKET);
    assertRefused("postgres://h/d?connect_timeout=soon", DatabaseUrlException.Kind.VALUE);
    assertRefused("postgres://h/d?schema=a%22b", DatabaseUrlException.Kind.VALUE);
  }

  private static void assertRefused(String url, DatabaseUrlException.Kind kind) {
    assertThatThrownBy(() -> settings(url))
        .isInstanceOfSatisfying(
            DatabaseUrlException.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
  }

  private static ConnectionSettings settings(String url) {
    return ConnectionSettings.parse(url, Map.of());
  }
}

package de.qapix.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.qapix.postgres.DatabaseUrlException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {

  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://u:p%40ss%2Fw%25@db.example.com:6543/app?schema=sales&sslmode=require",
        "postgresql://u:p%40ss%2Fw%25@db.example.com:6543/app?schema=sales&sslmode=require",
        "postgresql://db.example.com/?port=6543&dbname=app&user=u&password=p%40ss%2Fw%25&schema=sales&sslmode=require",
        "jdbc:postgresql://db.example.com:6543/app?user=u&password=p%40ss%2Fw%25&schema=sales&sslmode=require"
      })
  void all_forms_of_an_address_mean_the_same(String url) {
    ConnectionSettings settings = settings(url);

    assertThat(settings.servers()).isEqualTo("db.example.com:6543");
    assertThat(settings.database()).isEqualTo("app");
    assertThat(settings.properties())
        .containsEntry("user", "u")
        .containsEntry("password", "p@ss/w%")
        .containsEntry("sslmode", "require");
    assertThat(settings.sharedSchema()).isEqualTo("sales");
    assertThat(settings.dropped()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://h/d,h:5432",
    "postgres:///d,localhost:5432",
    "jdbc:postgresql:d,localhost:5432",
    "postgres://h:6000/d,h:6000",
    "postgres://u@[::1]:6000/d,[::1]:6000",
    "postgres://[2001:db8::7]/d,[2001:db8::7]:5432",
    "postgres://datenbank.müller.de/d,datenbank.müller.de:5432"
  })
  void a_host_may_be_a_name_or_an_address(String url, String server) {
    assertThat(settings(url).servers()).isEqualTo(server);
    assertThat(settings(url).database()).isEqualTo("d");
  }

  @Test
  void there_may_be_several_hosts() {
    ConnectionSettings settings = settings("postgres://u:p@one,two:6000,[::1]:6001/d");

    assertThat(settings.servers()).isEqualTo("one:5432, two:6000, [::1]:6001");
    assertThat(settings).hasToString("postgresql://one,two:6000,[::1]:6001/d");
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
    ConnectionSettings settings =
        settings(
            "postgres://h/d?connect_timeout=7&application_name=x&socket_timeout=60&keepalives=0");

    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(settings.properties())
        .containsEntry("ApplicationName", "x")
        .containsEntry("socketTimeout", "60")
        .containsEntry("tcpKeepAlive", "false");
    assertThat(settings("postgres://h/d").timeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource({
    "target_session_attrs=read-write,primary",
    "target_session_attrs=primary,primary",
    "target_session_attrs=read-only,secondary",
    "target_session_attrs=standby,secondary",
    "target_session_attrs=prefer-standby,secondary any",
    "target_session_attrs=any,any",
    "targetServerType=preferPrimary,primary any",
    "pgbouncer=true,any"
  })
  void the_kind_of_server_is_said_as_libpq_and_the_driver_say_it(String parameter, String kinds) {
    assertThat(settings("postgres://h/d?" + parameter).candidates())
        .extracting(HostChoice.Candidate::kind)
        .containsExactly(kinds.split(" "));
  }

  @Test
  void what_has_no_effect_is_named_if_everybody_knows_it_and_numbered_if_not() {
    ConnectionSettings settings =
        settings("postgres://h/d?connection_limit=5&geheim=1&pool_timeout=3&supa=base-pooler.x");

    assertThat(settings.dropped()).containsExactly("connection_limit", "pool_timeout", "supa");
    assertThat(settings.unknown()).containsExactly(2);
  }

  @Test
  void user_and_password_come_from_the_environment_where_the_address_has_none() {
    ConnectionSettings settings =
        ConnectionSettings.parse("postgres://h/d", Map.of("PGUSER", "me", "PGPASSWORD", "word"));

    assertThat(settings.properties()).containsEntry("user", "me").containsEntry("password", "word");
  }

  @Test
  void a_plus_sign_a_colon_and_an_umlaut_in_a_password_are_themselves() {
    assertThat(settings("postgres://u:a+b:ü@h/d").properties()).containsEntry("password", "a+b:ü");
    assertThat(settings("postgres://u:%C3%BC@h/d").properties()).containsEntry("password", "ü");
  }

  @Test
  void nothing_that_is_printed_shows_user_or_password() {
    assertThat(settings("postgres://u:secret@h:1/d")).hasToString("postgresql://h:1/d");
  }

  @ParameterizedTest
  @CsvSource({
    "'',",
    "sslmode=disable,disable",
    "sslmode=allow,allow",
    "sslmode=prefer,prefer",
    "sslmode=require,require",
    "sslmode=no-verify,require",
    "ssl=no-verify,require",
    "ssl=false,",
    "sslaccept=accept_invalid_certs,require",
    "sslmode=prefer&sslaccept=accept_invalid_certs,prefer",
    "sslaccept=strict,verify-full",
    "sslmode=require&sslaccept=strict,verify-full",
    "ssl=true,verify-full",
    "ssl,verify-full",
    "sslrootcert=system,verify-full",
    "sslmode=verify-full&sslrootcert=system,verify-full",
    "sslfactory=org.postgresql.ssl.NonValidatingFactory,require",
    "sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory,verify-full"
  })
  void safety_is_said_as_libpq_prisma_and_node_postgres_say_it(String parameters, String mode) {
    ConnectionSettings settings = settings("postgres://h/d?" + parameters);

    assertThat(settings.properties().getProperty("sslmode")).isEqualTo(mode);
    assertThat(settings.properties().containsKey("sslfactory"))
        .isEqualTo("verify-full".equals(mode));
    assertThat(settings.dropped()).isEmpty();
  }

  @Test
  void a_root_certificate_is_used_and_no_demand_gets_weaker() throws Exception {
    String file = Files.writeString(home.resolve("root.pem"), "").toString();
    String key = Files.writeString(home.resolve("key.p12"), "").toString();

    for (String parameters :
        new String[] {
          "sslrootcert=" + file,
          "sslmode=require&sslrootcert=" + file,
          "sslcert=" + file,
          "sslmode=require&sslcert=" + file + "&sslidentity=" + key + "&sslpassword=x"
        }) {
      assertThat(settings("postgres://h/d?" + parameters).properties())
          .as(parameters)
          .containsEntry("sslmode", "verify-ca")
          .containsEntry("sslrootcert", file);
    }
    assertThat(settings("postgres://h/d?sslaccept=strict&sslcert=" + file).properties())
        .containsEntry("sslmode", "verify-full")
        .containsEntry("sslrootcert", file)
        .doesNotContainKey("sslfactory");
    ConnectionSettings client =
        settings("postgres://h/d?sslmode=require&sslcert=" + file + "&sslkey=" + key);
    assertThat(client.properties())
        .containsEntry("sslmode", "require")
        .containsEntry("sslcert", file)
        .containsEntry("sslkey", key);
    assertThat(settings("postgres://h/d?sslmode=prefer&sslrootcert=" + file).dropped())
        .containsExactly("sslrootcert");
    assertThat(settings("postgres://h/d?sslaccept=accept_invalid_certs&sslcert=" + file).dropped())
        .containsExactly("sslcert");
  }

  @Test
  void the_root_certificate_at_home_is_used_as_libpq_uses_it() throws Exception {
    Map<String, String> environment = Map.of("HOME", home.toString());
    assertThatThrownBy(
            () -> ConnectionSettings.parse("postgres://h/d?sslmode=verify-full", environment))
        .isInstanceOfSatisfying(
            DatabaseUrlException.class,
            refused -> assertThat(refused.kind()).isEqualTo(Kind.NO_ROOT));
    Path root = Files.createDirectory(home.resolve(".postgresql")).resolve("root.crt");
    Files.writeString(root, "");

    assertThat(ConnectionSettings.parse("postgres://h/d?sslmode=require", environment).properties())
        .containsEntry("sslmode", "verify-ca")
        .containsEntry("sslrootcert", root.toString());
    assertThat(ConnectionSettings.parse("postgres://h/d", environment).properties())
        .doesNotContainKey("sslmode");
  }

  @ParameterizedTest
  @CsvSource({
    "sslmode=sure,VALUE",
    "sslaccept=maybe,VALUE",
    "ssl=perhaps,VALUE",
    "sslmode=require&sslrootcert=system,WEAK_ROOT",
    "sslmode=disable&sslaccept=strict,CONTRADICTION",
    "sslmode=no-verify&sslaccept=strict,CONTRADICTION",
    "sslmode=prefer&ssl=true,CONTRADICTION",
    "sslnegotiation=direct,CONTRADICTION",
    "sslmode=verify-full,NO_ROOT",
    "sslrootcert=/nonexistent/root.pem,FILE",
    "sslcert=/nonexistent/c.pem&sslkey=/nonexistent/k.pem,FILE",
    "sslidentity=/nonexistent/k.pem,VALUE",
    "sslcrl=/nonexistent/crl.pem,UNSUPPORTED",
    "sslcertmode=require,UNSUPPORTED",
    "ssl_min_protocol_version=TLSv1.3,UNSUPPORTED",
    "sslfactory=com.example.Factory,UNSUPPORTED",
    "socketFactory=com.example.Factory,UNSUPPORTED",
    "service=x,UNSUPPORTED",
    "hostaddr=127.0.0.1,UNSUPPORTED",
    "ssl_mode=verify-full,UNKNOWN_SAFETY",
    "SSLMODE=verify-full,UNKNOWN_SAFETY",
    "channelbinding=require,UNKNOWN_SAFETY",
    "sslmode=verify-full&sslmode=disable,TWICE",
    "channel_binding=always,VALUE",
    "require_auth=everything,VALUE",
    "target_session_attrs=best,VALUE",
    "keepalives=maybe,VALUE",
    "defaultRowFetchSize=many,VALUE",
    "connect_timeout=soon,VALUE",
    "schema=a%22b,VALUE",
    "host=/tmp,SOCKET",
    "port=x,PORT"
  })
  void what_makes_no_sense_or_would_be_less_safe_is_refused(String parameters, Kind kind) {
    assertRefused("postgres://h/d?" + parameters, kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql://h/d", "h/d", "", "postgres:h", "jdbc:postgresql:/d"})
  void anything_else_is_no_address(String url) {
    assertRefused(url, Kind.FORM);
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://u:ge/heim@h/d,UNESCAPED",
    "postgres://u:ge?heim@h/d,UNESCAPED",
    "postgres://u:12#heim@h/d,UNESCAPED",
    "postgres://u:ge@heim@h/d,UNESCAPED",
    "postgres://u:12/heim@h,UNESCAPED",
    "postgres://h/d/e,UNESCAPED",
    "jdbc:postgresql://h/duser=u&password=geheim,UNESCAPED",
    "postgres://u:50%@h/d,ESCAPE",
    "postgres://u:%FF@h/d,ESCAPE",
    "postgres://u:%00@h/d,CHARACTER",
    "'postgres://u:a\nb@h/d',CHARACTER",
    "postgres://u:p@::1/d,HOST",
    "postgres://u:p@h:0/d,PORT",
    "postgres://u:geheim:h/d,HOST",
    "postgres://u:geheim/d,PORT",
    "postgres://h:99999/d,PORT",
    "postgres://%2Ftmp/d,SOCKET"
  })
  void what_could_be_a_piece_of_a_password_is_refused_before_it_gets_anywhere(
      String url, Kind kind) {
    assertRefused(url, kind);
  }

  private static void assertRefused(String url, Kind kind) {
    assertThatThrownBy(() -> settings(url))
        .isInstanceOfSatisfying(
            DatabaseUrlException.class, refused -> assertThat(refused.kind()).isEqualTo(kind))
        .hasNoCause();
  }

  private static ConnectionSettings settings(String url) {
    return ConnectionSettings.parse(url, Map.of());
  }
}

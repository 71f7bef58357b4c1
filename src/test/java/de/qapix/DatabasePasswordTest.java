package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database's address in a wrong place is not repeated: it may hold a password. */
class DatabasePasswordTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runs --database-url postgresql://u:Zq7geheim@127.0.0.1:1/db",
        "runs --database-url=postgresql://u:Zq7/geheim@127.0.0.1:1/db",
        "runs --database-url=postgresql://u:Zq7geheim/x@127.0.0.1:1/db",
        "runs --database-url postgresql://u@127.0.0.1:1/db?sslpassword=Zq7geheim",
        "runs --databse-url postgresql://u:Zq7geheim@127.0.0.1:1/db",
        "runs --databse-url=postgresql://u:Zq7geheim@127.0.0.1:1/db",
        "runs postgresql://u:Zq7geheim@127.0.0.1:1/db",
        "runs --limit postgresql://u:Zq7geheim@127.0.0.1:1/db",
        "runs --config postgresql://u:Zq7geheim@127.0.0.1:1/db",
        "postgresql://u:Zq7geheim@127.0.0.1:1/db",
        "schema diff postgresql://u:Zq7geheim@127.0.0.1:1/db env:X",
        "schema diff Postgresql://u:Zq7geheim@127.0.0.1:1/db env:X",
        "schema diff postgresql://u:Zq7geheim/x@127.0.0.1:1/db env:X",
        "schema diff env:postgresql://u:Zq7geheim@127.0.0.1:1/db env:X",
        "schema check --migrations postgresql://u:Zq7geheim@127.0.0.1:1/db",
        "schema show postgresql://u:Zq7geheim@127.0.0.1:1/db",
        "rejects show postgresql://u:Zq7geheim@127.0.0.1:1/db",
        "migrate lint postgresql://u:Zq7geheim@127.0.0.1:1/db"
      })
  void an_address_in_a_wrong_place_is_not_repeated(String command) {
    Run run =
        run(
            Map.of("DATABASE_URL", "postgresql://u@127.0.0.1:1/db", "LANG", "de_DE.UTF-8"),
            command.split(" "));

    assertThat(run.code()).isIn(2, 4);
    assertThat(run.out() + run.err()).doesNotContain("geheim");
  }

  @Test
  void an_address_in_another_variable_is_named_by_the_variable() {
    Run run =
        run(
            Map.of("STAGING_URL", "postgresql://u:Zq7/geheim@127.0.0.1:1/db"),
            "schema",
            "diff",
            "env:STAGING_URL",
            "env:STAGING_URL");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            error: STAGING_URL is ambiguous: it has an unescaped @, / or #, probably in the password
            hint: in user and password write @ as %40, / as %2F, ? as %3F, # as %23, : as %3A, % as %25
            """);
  }

  private static Run run(Map<String, String> more, String... arguments) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("HOME", "/nonexistent");
    environment.put("XDG_DATA_HOME", "/nonexistent");
    try {
      return Run.command(environment, () -> Instant.EPOCH, arguments);
    } catch (RuntimeException escaped) {
      StringWriter trace = new StringWriter();
      escaped.printStackTrace(new PrintWriter(trace));
      throw new AssertionError(trace.toString());
    }
  }
}

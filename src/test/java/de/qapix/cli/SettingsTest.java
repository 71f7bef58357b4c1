package de.qapix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @TempDir private Path folder;

  @Test
  void the_environment_comes_before_the_file() throws Exception {
    Path file = folder.resolve("settings.properties");
    Files.writeString(file, "DATABASE_URL=file\nCALENDLY_API_TOKEN=grün\n");

    Settings settings =
        new Settings(Map.of("DATABASE_URL", "environment")).withFile(Optional.of(file));

    assertThat(settings.find("DATABASE_URL")).contains("environment");
    assertThat(settings.find("CALENDLY_API_TOKEN")).contains("grün");
  }

  @Test
  void a_file_that_is_named_must_be_there_and_the_usual_one_need_not() {
    Settings settings = new Settings(Map.of("HOME", folder.toString()));

    assertThat(settings.withFile(Optional.empty()).find("DATABASE_URL")).isEmpty();
    assertThatThrownBy(() -> settings.withFile(Optional.of(folder.resolve("none"))))
        .isInstanceOf(WrongUseException.class)
        .hasMessage("settings.file.missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#settings.token#two words",
        "#settings.token#line\nbreak",
        "#settings.token#ümlaut",
        "#settings.token#zero\u200bwidth",
        "#settings.token.quoted#\"abc\"",
        "#settings.token.quoted#'abc'",
        "#settings.token.quoted#“abc”",
        "#settings.token.quoted#\"abc",
        "#settings.token.scheme#Bearer abc",
        "#settings.token.scheme#bearer",
        "#settings.token.scheme#Authorization: Bearer abc",
        "#settings.token.placeholder#...",
        "#settings.token.placeholder#<token>",
        "#settings.token.placeholder#your-token-here",
        "#settings.token.placeholder#YOUR_CALENDLY_API_TOKEN",
        "#settings.token.placeholder#${CALENDLY_API_TOKEN}",
        "#settings.token.placeholder#xxxxx",
        "#settings.token.placeholder#changeme",
        "#settings.token.placeholder#null",
        "#settings.token.name#T=abc",
      })
  void a_token_that_cannot_be_one_is_refused_without_being_shown(String keyAndToken) {
    String[] parts = keyAndToken.split("#", 3);

    assertThatThrownBy(() -> new Settings(Map.of("T", parts[2])).token("T"))
        .isInstanceOfSatisfying(
            WrongUseException.class, wrong -> assertThat(wrong.arguments()).containsExactly("T"))
        .hasMessage(parts[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sandbox",
        "  spaces-around  ",
        "eyJraWQiOiIxY2UxZTEzNjE3ZGNmNzY2YjNjZWJjY2Y4ZGM1YmFmYThhNjVlNjg0MDIzZjdjMzJiZTgzNDliMjM4MDEzNWI0In0.e30.x_-",
      })
  void a_token_that_may_be_one_is_taken(String token) {
    assertThat(new Settings(Map.of("T", token)).token("T")).isEqualTo(token.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.calendly.com",
        "ftp://x",
        "nonsense",
        "http://127.0.0.1.evil.com",
        "https:///x"
      })
  void a_token_goes_only_to_https_or_to_this_machine(String address) {
    assertThatThrownBy(() -> new Settings(Map.of("A", address)).address("A", "https://usual"))
        .isInstanceOf(WrongUseException.class);
  }

  @ParameterizedTest
  @CsvSource({"de_DE.UTF-8,de", "de,de", "en_US.UTF-8,en", "C,en", "'',en", "DE_at,de"})
  void german_is_spoken_to_those_who_ask_for_it(String posix, String language) {
    assertThat(new Settings(Map.of("QAPIX_LANG", posix, "LC_ALL", "C.UTF-8")).locale())
        .isEqualTo(posix.isEmpty() ? Locale.ENGLISH : Locale.forLanguageTag(language));
  }

  @ParameterizedTest
  @CsvSource({"25s,25000", "5m,300000", "2h,7200000", "150ms,150", "PT1M30S,90000", "0,0"})
  void durations_are_read_as_people_write_them(String text, long millis) {
    assertThat(new DurationConverter().convert(text)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5s", "PT-5S", "lots", "", "5", "1d12", "99999999999s"})
  void anything_else_is_no_duration(String text) {
    assertThatThrownBy(() -> new DurationConverter().convert(text))
        .isInstanceOf(WrongUseException.class);
  }

  @Test
  void harmless_oddities_of_a_file_are_told_with_their_lines_and_read_as_meant() throws Exception {
    Path file =
        file(
            """
            \ufeff# comment

            export PGUSER=jörg
            CALENDLY_TOKEN=abc
            SOMETHING=else
            LANG=de_DE
            STAGING=postgresql://host/staging
            PGPASSWORD : a\\
                b=c
            XDG_DATA_HOME=/x
            """);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    Settings settings = new Settings(Map.of()).withFile(Optional.of(file));

    assertThat(settings.find("PGUSER")).contains("jörg");
    assertThat(settings.find("PGPASSWORD")).contains("ab=c");
    assertThat(settings.environment()).containsEntry("PGPASSWORD", "ab=c");
    assertThat(settings.warnings(new Messages(Locale.ENGLISH)))
        .containsExactly(
            "warning: F, line 1: byte order mark ignored; save the file as UTF-8 without one"
                .replaceFirst("F", file.toString()),
            "warning: F, line 3: \"export\" is for shells; write PGUSER=..."
                .replace("F", file.toString()),
            "warning: F, line 4: unknown setting CALENDLY_TOKEN, ignored; did you mean CALENDLY_API_TOKEN?"
                .replaceFirst("F", file.toString()),
            "warning: F, line 5: unknown setting SOMETHING, ignored; the README lists all settings"
                .replaceFirst("F", file.toString()),
            "warning: F, line 6: LANG is read from the environment only; ignored here"
                .replaceFirst("F", file.toString()),
            "warning: F contains a secret and is readable by others on this machine; run: chmod 600 F"
                .replace("F", file.toString()));
  }

  @Test
  void a_file_for_its_owner_alone_or_without_a_secret_is_in_order() throws Exception {
    Path secret = file("CALENDLY_API_TOKEN=abc\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    assertThat(warnings(secret)).isEmpty();
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(warnings(secret)).hasSize(1);

    Path open = file("DATABASE_URL=postgresql://jörg@host/db\n");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(warnings(open)).isEmpty();
    Files.writeString(open, "DATABASE_URL=postgresql://jörg:geheim@host/db\n");
    assertThat(warnings(open)).hasSize(1);
  }

  private static List<String> warnings(Path file) {
    return new Settings(Map.of())
        .withFile(Optional.of(file))
        .warnings(new Messages(Locale.ENGLISH));
  }

  @ParameterizedTest
  @CsvSource({
    "PGUSER=a\\nPGUSER=b, settings.line.twice, 2",
    "# x\\ndatabase_url=b, settings.line.capitals, 2",
    "calendly.api.token=b, settings.line.capitals, 1",
    "PGUSER=a\\n\\nthis is junk, settings.line.junk, 3",
    "=a, settings.line.junk, 1",
    "PGUSER=\\u12, settings.line.escape, 1",
  })
  void what_cannot_be_used_is_refused_with_its_line(String text, String key, int line)
      throws Exception {
    Path file = file(text.replace("\\n", "\n"));

    assertThatThrownBy(() -> new Settings(Map.of()).withFile(Optional.of(file)))
        .isInstanceOfSatisfying(
            WrongUseException.class, wrong -> assertThat(wrong.arguments()).startsWith(file, line))
        .hasMessage(key);
  }

  @Test
  void a_file_that_is_no_text_or_not_readable_says_so() throws Exception {
    Path latin = Files.write(folder.resolve("latin"), new byte[] {'A', '=', (byte) 0xe4});

    assertThatThrownBy(() -> new Settings(Map.of()).withFile(Optional.of(latin)))
        .hasMessage("settings.file.encoding");
    assertThatThrownBy(() -> new Settings(Map.of()).withFile(Optional.of(folder)))
        .hasMessage("settings.file");
  }

  @ParameterizedTest
  @CsvSource({
    "QAPIX_CHARACTERS=C LC_ALL=C.UTF-8, false",
    "QAPIX_CHARACTERS=de_DE.utf8 LC_ALL=C, true",
    "LC_ALL=C LANG=de_DE.UTF-8, false",
    "LC_CTYPE=en_US.UTF-8 LANG=C, true",
    "X=y, false",
  })
  void the_bar_is_ascii_where_the_locale_is(String variables, boolean unicode) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.split(" ", -1)) {
      String[] nameAndValue = variable.split("=", 2);
      environment.put(nameAndValue[0], nameAndValue[1]);
    }

    assertThat(new Settings(environment).screen().unicode()).isEqualTo(unicode);
  }

  @Test
  void a_dumb_terminal_is_neither_drawn_on_nor_coloured() {
    Map<String, String> terminal = Map.of("QAPIX_TERMINAL", "stdout stderr", "TERM", "xterm");
    assertThat(new Settings(terminal).screen().live()).isTrue();
    assertThat(new Settings(terminal).colours()).isTrue();

    Map<String, String> dumb = Map.of("QAPIX_TERMINAL", "stdout stderr", "TERM", "dumb");
    assertThat(new Settings(dumb).screen().live()).isFalse();
    assertThat(new Settings(dumb).colours()).isFalse();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "settings", ".properties"), text);
  }
}

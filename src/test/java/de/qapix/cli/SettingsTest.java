package de.qapix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        .hasMessage("settings.file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "line\nbreak", "ümlaut"})
  void a_token_that_does_not_fit_into_a_request_is_refused_without_being_shown(String token) {
    assertThatThrownBy(() -> new Settings(Map.of("T", token)).token("T"))
        .isInstanceOf(WrongUseException.class)
        .hasMessage("settings.token");
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
}

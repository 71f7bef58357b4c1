package de.qapix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.qapix.data.api.ApiException;
import de.qapix.data.api.ConnectionTrouble;
import de.qapix.data.api.Network;
import de.qapix.data.api.Proxy;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSettingsTest {

  private static final URI CALENDLY = URI.create("https://api.calendly.com");

  @Test
  void the_proxy_is_read_with_its_login_and_in_small_letters_first() {
    assertThat(network(Map.of("HTTPS_PROXY", "proxy.test:3128")).proxy())
        .contains(new Proxy("proxy.test", 3128, ""));
    assertThat(
            network(
                    Map.of(
                        "HTTPS_PROXY", "http://other.test:1",
                        "https_proxy", "http://anna:a+b%40%3A@proxy.test/"))
                .proxy())
        .contains(new Proxy("proxy.test", 80, "anna:a+b@:"));
    assertThat(network(Map.of("HTTP_PROXY", "http://proxy.test:1")).proxy()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          calendly.com            | false
          .calendly.com           | false
          a.test, API.calendly.com| false
          *.calendly.com          | false
          api.calendly.com:443    | false
          *                       | false
          api.calendly.com:8443   | true
          endly.com               | true
          calendly.com.test       | true
          """)
  void hosts_of_no_proxy_are_reached_without(String exceptions, boolean proxied) {
    Map<String, String> settings = Map.of("HTTPS_PROXY", "proxy.test:3128", "no_proxy", exceptions);

    assertThat(network(settings).proxy().isPresent()).isEqualTo(proxied);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost:8080",
        "https://127.0.0.2",
        "http://127.0.0.1",
        "https://[::1]"
      })
  void this_machine_is_never_reached_through_a_proxy(String address) {
    Settings settings = new Settings(Map.of("HTTPS_PROXY", "proxy.test:3128"));

    assertThat(new NetworkSettings(settings).to(URI.create(address)).proxy()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://anna:geheim@proxy.test:1080",
        "https://anna:geheim@proxy.test:1",
        "http://anna:geheim/x@proxy.test:1",
        "http://anna:geheim#x@proxy.test:1",
        "http://anna:geheim%2@proxy.test:1",
        "http://anna:geheim@proxy.test:99999",
        "http://anna:geheim@"
      })
  void an_address_that_cannot_be_used_is_refused_and_not_shown(String address) {
    assertThatThrownBy(() -> network(Map.of("HTTPS_PROXY", address)))
        .isInstanceOfSatisfying(
            WrongUseException.class,
            use -> {
              assertThat(use.key()).isEqualTo("settings.proxy");
              assertThat(use.arguments()).containsExactly("HTTPS_PROXY");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nonexistent/ca.pem", "pom.xml"})
  void a_file_without_certificates_is_refused(String file) {
    assertThatThrownBy(() -> network(Map.of("QAPIX_CA_FILE", file)))
        .isInstanceOf(WrongUseException.class)
        .hasMessage("settings.ca-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void every_trouble_with_an_api_has_words_and_a_hint(String language) {
    Locale locale = Locale.forLanguageTag(language);
    ResourceBundle words = ResourceBundle.getBundle("de.qapix.cli.messages", locale);

    for (ConnectionTrouble trouble : ConnectionTrouble.values()) {
      String key = "api.unreachable." + trouble.name().toLowerCase(Locale.ROOT);
      assertThat(words.keySet()).contains(key, key + ".hint");
    }
    for (ApiException.Kind kind : ApiException.Kind.values()) {
      String key = "api." + kind.name().toLowerCase(Locale.ROOT);
      if (kind != ApiException.Kind.UNREACHABLE) {
        assertThat(words.keySet()).contains(key, key + ".hint");
      }
    }
  }

  private static Network network(Map<String, String> settings) {
    return new NetworkSettings(new Settings(settings)).to(CALENDLY);
  }
}

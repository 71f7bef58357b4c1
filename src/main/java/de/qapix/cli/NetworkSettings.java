package de.qapix.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.data.api.Authorities;
import de.qapix.data.api.Network;
import de.qapix.data.api.Proxy;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * What is set about the way to an API: HTTPS_PROXY and NO_PROXY, in capitals or not, as curl reads
 * them, and QAPIX_CA_FILE. No message shows a proxy's address, which may hold a password.
 */
final class NetworkSettings {

  static final String CA_FILE = "QAPIX_CA_FILE";

  private static final Pattern PROXY =
      Pattern.compile(
          "(?:http://)?(?:([^/?#@]*)@)?(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?/?");
  private static final int USUAL_PORT = 80;
  private static final int LAST_PORT = 65_535;

  private final Settings settings;

  NetworkSettings(Settings settings) {
    this.settings = settings;
  }

  /** Between this machine and the one at the address; nothing but the way for this machine. */
  Network to(URI address) {
    return new Network(Settings.isLocal(address) ? Optional.empty() : proxyTo(address), trust());
  }

  private Optional<Proxy> proxyTo(URI address) {
    int port = address.getPort() < 0 ? 443 : address.getPort();
    String host = address.getHost().toLowerCase(Locale.ROOT);
    String exceptions = settings.find("no_proxy").or(() -> settings.find("NO_PROXY")).orElse("");
    boolean excepted =
        Stream.of(exceptions.toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .anyMatch(exception -> covers(exception, host, port));
    return excepted ? Optional.empty() : proxy("https_proxy").or(() -> proxy("HTTPS_PROXY"));
  }

  /** A host, or a domain with all that is in it, perhaps with a port; a star is everything. */
  private static boolean covers(String exception, String host, int port) {
    String name = exception.replaceAll(":" + port + "$", "").replaceAll("^\\*?\\.", "");
    return exception.equals("*")
        || (!name.isEmpty() && (host.equals(name) || host.endsWith("." + name)));
  }

  private Optional<Proxy> proxy(String name) {
    return settings.find(name).map(value -> proxy(name, value));
  }

  private static Proxy proxy(String name, String value) {
    Matcher parts = PROXY.matcher(value);
    if (!parts.matches()) {
      throw new WrongUseException("settings.proxy", name);
    }
    int port = parts.group(3) == null ? USUAL_PORT : Integer.parseInt(parts.group(3));
    if (port < 1 || port > LAST_PORT) {
      throw new WrongUseException("settings.proxy", name);
    }
    String login = parts.group(1) == null ? "" : parts.group(1);
    return new Proxy(parts.group(2), port, unescaped(name, login));
  }

  private static String unescaped(String name, String login) {
    try {
      return URLDecoder.decode(login.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException halfAnEscape) {
      throw new WrongUseException("settings.proxy", name);
    }
  }

  private Optional<SSLContext> trust() {
    return settings.find(CA_FILE).map(NetworkSettings::trust);
  }

  private static SSLContext trust(String file) {
    try {
      return Authorities.with(Path.of(file));
    } catch (IOException | CertificateException | InvalidPathException unreadable) {
      throw new WrongUseException("settings.ca-file", CA_FILE, file);
    }
  }
}

package de.qapix.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What is set outside the command line: the environment first, then a file of properties with the
 * same names. No file of the working directory is read.
 */
public final class Settings {

  private final Map<String, String> environment;
  private final Map<String, String> file;

  private Settings(Map<String, String> environment, Map<String, String> file) {
    this.environment = Map.copyOf(environment);
    this.file = Map.copyOf(file);
  }

  /** The environment and nothing else. */
  public Settings(Map<String, String> environment) {
    this(environment, Map.of());
  }

  /**
   * The same with what stands in a file of properties.
   *
   * @param named the file that the user names; else the usual one, if it is there
   */
  Settings withFile(Optional<Path> named) {
    if (named.isPresent()) {
      return new Settings(environment, read(named.get()));
    }
    return usualFile()
        .filter(Files::isReadable)
        .map(usual -> new Settings(environment, read(usual)))
        .orElse(this);
  }

  private Optional<Path> usualFile() {
    return home("XDG_CONFIG_HOME", ".config").map(home -> home.resolve("qapix/qapix.properties"));
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new WrongUseException("settings.file", file, unreadable.getMessage());
    }
    Map<String, String> settings = new HashMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> settings.put(name, properties.getProperty(name)));
    return settings;
  }

  /** A setting without the white space around it; empty where it is not set or blank. */
  public Optional<String> find(String name) {
    String value = environment.getOrDefault(name, file.getOrDefault(name, ""));
    return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
  }

  /** A setting that a request cannot do without. */
  String required(String name) {
    return find(name).orElseThrow(() -> new WrongUseException("settings.missing." + name, name));
  }

  /** A token, which has to fit into one line of a request. */
  String token(String name) {
    String token = required(name);
    if (!token.matches("[\\x21-\\x7e]+")) {
      throw new WrongUseException("settings.token", name);
    }
    return token;
  }

  /** An API's address: https, save on this machine, so that no token goes out in the clear. */
  URI address(String name, String usual) {
    String value = find(name).orElse(usual);
    try {
      URI address = URI.create(value);
      if (address.getHost() != null && ("https".equals(address.getScheme()) || local(address))) {
        return address;
      }
    } catch (IllegalArgumentException noAddress) {
      throw new WrongUseException("settings.address", name, value);
    }
    throw new WrongUseException("settings.address", name, value);
  }

  private static boolean local(URI address) {
    return "http".equals(address.getScheme())
        && address.getHost().matches("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");
  }

  /** Where qapix keeps what has to last. */
  Path dataFolder() {
    return home("XDG_DATA_HOME", ".local/share")
        .map(home -> home.resolve("qapix"))
        .orElseThrow(() -> new WrongUseException("settings.home"));
  }

  /** Where qapix keeps what can be made again. */
  Path cacheFolder() {
    return home("XDG_CACHE_HOME", ".cache")
        .map(home -> home.resolve("qapix"))
        .orElseThrow(() -> new WrongUseException("settings.home"));
  }

  private Optional<Path> home(String variable, String inHome) {
    return find(variable)
        .map(Path::of)
        .filter(Path::isAbsolute)
        .or(() -> find("HOME").map(home -> Path.of(home).resolve(inHome)));
  }

  /** The language of messages, as the environment has it. */
  public Locale locale() {
    return Messages.locale(
        find("QAPIX_LANG")
            .or(() -> find("LC_ALL"))
            .or(() -> find("LC_MESSAGES"))
            .or(() -> find("LANG"))
            .orElse(""));
  }

  /**
   * Whether the launcher has seen that this stream ({@code stdout}, {@code stderr}) is a terminal.
   */
  boolean isTerminal(String stream) {
    return find("QAPIX_TERMINAL").orElse("").contains(stream);
  }

  /** Width of the terminal in characters. */
  int columns() {
    return find("QAPIX_COLUMNS")
        .or(() -> find("COLUMNS"))
        .filter(columns -> columns.matches("[1-9]\\d{1,3}"))
        .map(Integer::parseInt)
        .orElse(100);
  }

  Map<String, String> environment() {
    return environment;
  }
}

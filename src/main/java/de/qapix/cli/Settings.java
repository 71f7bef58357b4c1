package de.qapix.cli;

import de.qapix.cli.output.AddressMask;
import de.qapix.cli.output.Screen;
import de.qapix.cli.output.ScreenWidth;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is set outside the command line: the environment first, then a file of properties with the
 * same names. No file of the working directory is read.
 */
public final class Settings {

  private static final int USUAL_COLUMNS = 80;
  private static final Pattern UTF_8 = Pattern.compile("(?i).*\\.utf-?8.*");

  private final Map<String, String> environment;
  private final Map<String, String> file;
  private final List<SettingsFile.Warning> warnings;

  private Settings(
      Map<String, String> environment,
      Map<String, String> file,
      List<SettingsFile.Warning> warnings) {
    this.environment = Map.copyOf(environment);
    this.file = Map.copyOf(file);
    this.warnings = List.copyOf(warnings);
  }

  /** The environment and nothing else. */
  public Settings(Map<String, String> environment) {
    this(environment, Map.of(), List.of());
  }

  /**
   * The same with what stands in a file of properties.
   *
   * @param named the file that the user names; else the usual one, if it is there
   */
  Settings withFile(Optional<Path> named) {
    return named
        .or(() -> usualFile().filter(Files::exists))
        .map(SettingsFile::read)
        .map(read -> new Settings(environment, read.values(), read.warnings()))
        .orElse(this);
  }

  /** What is odd in the file and does no harm, in the user's words. */
  List<String> warnings(Messages messages) {
    return warnings.stream()
        .map(
            warning ->
                messages.text(
                    "warning", messages.text(warning.key(), warning.arguments().toArray())))
        .toList();
  }

  private Optional<Path> usualFile() {
    return home("XDG_CONFIG_HOME", ".config").map(home -> home.resolve("qapix/qapix.properties"));
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
    TokenText.mistake(name, token)
        .ifPresent(
            mistake -> {
              throw new WrongUseException("settings.token" + mistake, name);
            });
    return token;
  }

  /** An API's address: https, save on this machine, so that no token goes out in the clear. */
  URI address(String name, String usual) {
    String value = find(name).orElse(usual);
    try {
      URI address = URI.create(value);
      if (address.getHost() != null
          && address.getRawUserInfo() == null
          && ("https".equals(address.getScheme()) || local(address))) {
        return address;
      }
    } catch (IllegalArgumentException noAddress) {
      throw wrongAddress(name, value);
    }
    throw wrongAddress(name, value);
  }

  private static WrongUseException wrongAddress(String name, String value) {
    return new WrongUseException("settings.address", name, AddressMask.maskUser(value));
  }

  private static boolean local(URI address) {
    return "http".equals(address.getScheme()) && isLocal(address);
  }

  /** Whether an address is of this machine, to which no proxy leads and no eavesdropper listens. */
  static boolean isLocal(URI address) {
    return address.getHost().matches("(?i)localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");
  }

  /** Where qapix keeps what has to last. */
  Path dataFolder() {
    return folder("XDG_DATA_HOME", ".local/share");
  }

  /** Where qapix keeps what can be made again. */
  Path cacheFolder() {
    return folder("XDG_CACHE_HOME", ".cache");
  }

  private Path folder(String variable, String inHome) {
    return home(variable, inHome)
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
   * Whether the launcher has seen that this stream ({@code stdin}, {@code stdout}, {@code stderr})
   * is a terminal.
   */
  boolean isTerminal(String stream) {
    return find("QAPIX_TERMINAL").orElse("").contains(stream);
  }

  /** Whether standard output takes colours: a terminal that can, whose user has not refused. */
  public boolean colours() {
    return isTerminal("stdout") && find("NO_COLOR").isEmpty() && !isDumb();
  }

  /** Whether the terminal knows no escape sequences. */
  boolean isDumb() {
    return find("TERM").filter("dumb"::equals).isPresent();
  }

  /** What standard error can show. */
  Screen screen() {
    int columns =
        find("QAPIX_COLUMNS")
            .or(() -> find("COLUMNS"))
            .filter(number -> number.matches("[1-9]\\d{1,3}"))
            .map(Integer::parseInt)
            .orElse(USUAL_COLUMNS);
    return new Screen(isTerminal("stderr") && !isDumb(), isUnicode(), new ScreenWidth(columns));
  }

  /** Whether the locale's characters are more than ASCII; the launcher changes the locale. */
  private boolean isUnicode() {
    return find("QAPIX_CHARACTERS")
        .or(() -> find("LC_ALL"))
        .or(() -> find("LC_CTYPE"))
        .or(() -> find("LANG"))
        .filter(locale -> UTF_8.matcher(locale).matches())
        .isPresent();
  }

  /** The environment as others read it, with what the file adds to it. */
  Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(file);
    all.putAll(environment);
    return all;
  }
}

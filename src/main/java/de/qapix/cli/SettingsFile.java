package de.qapix.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.files.IoReason;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A settings file, read line by line, so that each mistake is told with its line: what cannot have
 * been meant as it would be read is wrong use, what does no harm is a warning. Values are those of
 * {@link Properties}.
 */
final class SettingsFile {

  /** Names that a file may hold. */
  private static final Set<String> NAMES =
      Set.of(
          """
          DATABASE_URL PGUSER PGPASSWORD PGPASSFILE CALENDLY_API_TOKEN CALENDLY_API_URL
          CALENDLY_MEETING_KINDS HTTPS_PROXY NO_PROXY QAPIX_CA_FILE XDG_DATA_HOME
          XDG_CACHE_HOME
          """
              .split("\\s+"));

  /** Names that count in the environment, where they are read before any file. */
  private static final Set<String> ENVIRONMENT =
      Set.of(
          """
          HOME XDG_CONFIG_HOME LANG LC_ALL LC_MESSAGES NO_COLOR TERM JAVA_HOME QAPIX_JAVA_OPTS
          """
              .split("\\s+"));

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private static final Pattern SETTING =
      Pattern.compile("(?<export>export\\s+)?(?<name>[\\w.-]+)\\s*[=:].*", Pattern.DOTALL);

  private static final Pattern COMMENT = Pattern.compile("\\s*([#!].*)?");
  private static final Pattern GOES_ON =
      Pattern.compile(".*(?<!\\\\)(\\\\\\\\)*\\\\", Pattern.DOTALL);
  private static final Pattern ADDRESS = Pattern.compile("(jdbc:)?postgres(ql)?:.*");
  private static final Pattern SECRET_IN_ADDRESS = Pattern.compile(".*://[^/@]*:.*@.*");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Warning> warnings = new ArrayList<>();

  private SettingsFile(Path file) {
    this.file = file;
  }

  /** Something in the file that does no harm, with the key of the message that says what. */
  record Warning(String key, List<Object> arguments) {}

  /**
   * @throws WrongUseException where the file cannot be read, or a line cannot be used
   */
  static SettingsFile read(Path file) {
    SettingsFile settings = new SettingsFile(file);
    try {
      settings.read(Files.readAllLines(file, UTF_8));
      settings.checkReaders();
    } catch (IOException unreadable) {
      throw unreadable(file, unreadable);
    }
    return settings;
  }

  private static WrongUseException unreadable(Path file, IOException reason) {
    if (reason instanceof NoSuchFileException) {
      return new WrongUseException("settings.file.missing", file);
    }
    if (reason instanceof AccessDeniedException) {
      return new WrongUseException("settings.file.denied", file);
    }
    if (reason instanceof CharacterCodingException) {
      return new WrongUseException("settings.file.encoding", file);
    }
    return new WrongUseException("settings.file", file, IoReason.of(reason));
  }

  Map<String, String> values() {
    return values;
  }

  List<Warning> warnings() {
    return warnings;
  }

  private void read(List<String> written) throws IOException {
    StringBuilder setting = new StringBuilder();
    int first = 1;
    for (int number = 1; number <= written.size(); number++) {
      String line = written.get(number - 1);
      if (number == 1 && line.startsWith(BYTE_ORDER_MARK)) {
        warn("settings.line.mark", number, "");
        line = line.substring(1);
      }
      if (setting.isEmpty() && COMMENT.matcher(line).matches()) {
        first = number + 1;
        continue;
      }
      setting.append(line.stripLeading());
      if (GOES_ON.matcher(setting).matches() && number < written.size()) {
        setting.append('\n');
        continue;
      }
      read(setting.toString(), first);
      setting.setLength(0);
      first = number + 1;
    }
  }

  private void read(String setting, int line) throws IOException {
    Matcher matcher = SETTING.matcher(setting);
    if (!matcher.matches()) {
      throw new WrongUseException("settings.line.junk", file, line);
    }
    String name = matcher.group("name");
    if (matcher.group("export") != null) {
      warn("settings.line.export", line, name);
    }
    String value = value(name, setting.substring(matcher.start("name")), line);
    checkName(name, value, line);
    Integer before = lines.putIfAbsent(name, line);
    if (before != null) {
      throw new WrongUseException("settings.line.twice", file, line, name, before);
    }
    values.put(name, value);
  }

  private String value(String name, String setting, int line) throws IOException {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(setting));
    } catch (IllegalArgumentException escape) {
      throw new WrongUseException("settings.line.escape", file, line, name);
    }
    return properties.getProperty(name, "");
  }

  private void checkName(String name, String value, int line) {
    String capitals = name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    if (NAMES.contains(name)) {
      return;
    }
    if (NAMES.contains(capitals)) {
      throw new WrongUseException("settings.line.capitals", file, line, name, capitals);
    }
    if (ENVIRONMENT.contains(name)) {
      warn("settings.line.environment", line, name);
      return;
    }
    // schema diff env:NAME takes any name.
    if (!ADDRESS.matcher(value).matches()) {
      List<String> meant = SimilarWords.to(name, NAMES);
      warn(meant.isEmpty() ? "settings.line.unknown" : "settings.line.meant", line, name, meant);
    }
  }

  private void warn(String key, int line, String name) {
    warnings.add(new Warning(key, List.of(file, line, name)));
  }

  private void warn(String key, int line, String name, List<String> meant) {
    warnings.add(new Warning(key, List.of(file, line, name, String.join(", ", meant))));
  }

  /** A secret is for its owner alone. */
  private void checkReaders() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null || values.entrySet().stream().noneMatch(SettingsFile::isSecret)) {
      return;
    }
    if (view.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
      warnings.add(new Warning("settings.readers", List.of(file)));
    }
  }

  private static boolean isSecret(Map.Entry<String, String> setting) {
    boolean named = setting.getKey().contains("TOKEN") || setting.getKey().equals("PGPASSWORD");
    return (named && !setting.getValue().isBlank())
        || SECRET_IN_ADDRESS.matcher(setting.getValue()).matches();
  }
}

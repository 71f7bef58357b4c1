package de.qapix.checks.project;

import static de.qapix.checks.project.ProjectFileException.Kind.EMPTY;
import static de.qapix.checks.project.ProjectFileException.Kind.LINK;
import static de.qapix.checks.project.ProjectFileException.Kind.MISSING;
import static de.qapix.checks.project.ProjectFileException.Kind.NOTHING;
import static de.qapix.checks.project.ProjectFileException.Kind.NO_VARIABLE;
import static de.qapix.checks.project.ProjectFileException.Kind.SYNTAX;
import static de.qapix.checks.project.ProjectFileException.Kind.TWICE;
import static de.qapix.checks.project.ProjectFileException.Kind.UNKNOWN_SEVERITY;
import static de.qapix.checks.project.ProjectFileException.Kind.UNREADABLE;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.checks.finding.Severity;
import de.qapix.files.DisplayPath;
import de.qapix.files.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** Reads a project file, strictly: what it does not understand could be what matters. */
public final class ProjectFile {

  /** Its name where none is given. */
  public static final Path USUAL = Path.of("qapix.toml");

  private static final String OFF = "off";
  private static final List<String> KEYS =
      List.of("minimum-coverage", "baseline", "rules", "database");
  private static final List<String> DATABASE_KEYS =
      List.of("name", "migrations", "schemas", "source", "sql", "exclude", "env");
  private static final Pattern BYTE_ORDER_MARK = Pattern.compile("^\\uFEFF");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Path file;
  private final ProjectPaths paths;

  private ProjectFile(Path file) {
    this.file = file;
    this.paths = new ProjectPaths(file);
  }

  /**
   * Reads it.
   *
   * @throws ProjectFileException when it cannot be used
   */
  public static Project read(Path file) {
    return new ProjectFile(file).read();
  }

  private Project read() {
    TomlParseResult toml = Toml.parse(content());
    if (toml.hasErrors()) {
      TomlParseError first = toml.errors().get(0);
      ProjectPlace place =
          new ProjectPlace(file, first.position().line(), first.position().column());
      throw new ProjectFileException(SYNTAX, place, first.getMessage());
    }
    ProjectTable table = new ProjectTable(file, toml, ProjectPlace.whole(file));
    table.allow(KEYS);
    List<RuleSetting> rules = table.table("rules").map(ProjectFile::rules).orElse(List.of());
    List<ProjectDatabase> databases =
        table.tables("database").stream().map(this::database).toList();
    if (toml.isEmpty()) {
      throw new ProjectFileException(EMPTY, ProjectPlace.whole(file), "");
    }
    refuseTwins(table.tables("database"));
    return new Project(
        file, databases, rules, table.share("minimum-coverage"), path(table, "baseline"));
  }

  private String content() {
    if (Files.isSymbolicLink(file)) {
      throw new ProjectFileException(LINK, ProjectPlace.whole(file), DisplayPath.of(file));
    }
    if (!Files.isRegularFile(file)) {
      throw new ProjectFileException(MISSING, ProjectPlace.whole(file), "");
    }
    try {
      return BYTE_ORDER_MARK.matcher(Files.readString(file, UTF_8)).replaceFirst("");
    } catch (IOException broken) {
      throw new ProjectFileException(UNREADABLE, ProjectPlace.whole(file), IoReason.of(broken));
    }
  }

  private static List<RuleSetting> rules(ProjectTable table) {
    List<RuleSetting> rules = new ArrayList<>();
    for (String rule : table.keys()) {
      String word = table.required(rule);
      rules.add(new RuleSetting(rule, severity(table, rule, word), table.place(rule)));
    }
    return rules;
  }

  private static Optional<Severity> severity(ProjectTable table, String rule, String word) {
    if (word.equals(OFF)) {
      return Optional.empty();
    }
    List<String> known =
        Stream.concat(Stream.of(OFF), Arrays.stream(Severity.values()).map(Severity::word))
            .toList();
    return Optional.of(
        Arrays.stream(Severity.values())
            .filter(severity -> severity.word().equals(word))
            .findFirst()
            .orElseThrow(
                () -> new ProjectFileException(UNKNOWN_SEVERITY, table.place(rule), word, known)));
  }

  private ProjectDatabase database(ProjectTable table) {
    table.allow(DATABASE_KEYS);
    Optional<String> env = variable(table);
    ProjectDatabase database =
        new ProjectDatabase(
            table.required("name"),
            path(table, "migrations"),
            table.texts("schemas"),
            patterns(table, "source"),
            patterns(table, "sql"),
            table.texts("exclude").stream().map(text -> excluded(table, text)).toList(),
            env);
    if (database.migrations().isEmpty()
        && database.source().isEmpty()
        && database.sql().isEmpty()
        && database.env().isEmpty()) {
      throw new ProjectFileException(NOTHING, table.place(), database.name());
    }
    return database;
  }

  private Optional<Path> path(ProjectTable table, String key) {
    return table.text(key).map(text -> paths.path(text, table.place(key)));
  }

  private List<String> patterns(ProjectTable table, String key) {
    return table.texts(key).stream().map(text -> paths.pattern(text, table.place(key))).toList();
  }

  /** One without a slash is a name that may be anywhere, and has to stay one with a slash. */
  private String excluded(ProjectTable table, String text) {
    if (!text.contains("/")) {
      return text;
    }
    String pattern = paths.pattern(text, table.place("exclude"));
    return pattern.contains("/") ? pattern : "./" + pattern;
  }

  private static Optional<String> variable(ProjectTable table) {
    Optional<String> name = table.text("env");
    if (name.isPresent() && !VARIABLE.matcher(name.get()).matches()) {
      throw table.wrong(NO_VARIABLE, "env");
    }
    return name;
  }

  private static void refuseTwins(List<ProjectTable> databases) {
    Set<String> names = new HashSet<>();
    for (ProjectTable database : databases) {
      String name = database.required("name");
      if (!names.add(name)) {
        throw new ProjectFileException(TWICE, database.place("name"), name);
      }
    }
  }
}

package de.qapix.checks.project;

import static de.qapix.checks.project.ProjectFileException.Kind.MISSING_KEY;
import static de.qapix.checks.project.ProjectFileException.Kind.NO_PERCENTAGE;
import static de.qapix.checks.project.ProjectFileException.Kind.NO_TABLE;
import static de.qapix.checks.project.ProjectFileException.Kind.NO_TEXT;
import static de.qapix.checks.project.ProjectFileException.Kind.NO_TEXTS;
import static de.qapix.checks.project.ProjectFileException.Kind.SECRET;
import static de.qapix.checks.project.ProjectFileException.Kind.UNKNOWN_KEY;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** A table of a project file; whatever is wrong in it is told with its place. */
final class ProjectTable {

  private static final Pattern SECRET_KEY =
      Pattern.compile("(?i).*(url|uri|dsn|password|passwd|token|secret|api-?_?key).*");

  /** Addresses of databases, and of anything else that has a user and a password in it. */
  private static final Pattern ADDRESS = Pattern.compile("(?i)\\s*(jdbc:|[a-z][a-z0-9+.-]*://).*");

  private final Path file;
  private final TomlTable table;
  private final ProjectPlace place;

  /**
   * @param place where it begins
   */
  ProjectTable(Path file, TomlTable table, ProjectPlace place) {
    this.file = file;
    this.table = table;
    this.place = place;
  }

  /** Refuses all other keys; a secret is not shown. */
  void allow(List<String> known) {
    for (String key : keys()) {
      if (!known.contains(key)) {
        throw SECRET_KEY.matcher(key).matches()
            ? wrong(SECRET, key)
            : new ProjectFileException(UNKNOWN_KEY, place(key), key, known);
      }
    }
  }

  List<String> keys() {
    return List.copyOf(table.keySet());
  }

  Optional<String> text(String key) {
    return Optional.ofNullable(value(key))
        .map(
            value -> {
              if (value instanceof String text && !text.isBlank()) {
                return text(key, text);
              }
              throw wrong(NO_TEXT, key);
            });
  }

  String required(String key) {
    return text(key).orElseThrow(() -> new ProjectFileException(MISSING_KEY, place, key));
  }

  /** A list of texts, or one text. */
  List<String> texts(String key) {
    Object value = value(key);
    if (!(value instanceof TomlArray array)) {
      return value == null || value instanceof String
          ? text(key).stream().toList()
          : refuseTexts(key);
    }
    List<String> texts = new ArrayList<>();
    for (Object each : array.toList()) {
      if (!(each instanceof String text) || text.isBlank()) {
        throw wrong(NO_TEXTS, key);
      }
      texts.add(text(key, text));
    }
    return texts;
  }

  private List<String> refuseTexts(String key) {
    throw wrong(NO_TEXTS, key);
  }

  private String text(String key, String text) {
    if (ADDRESS.matcher(text).matches()) {
      throw wrong(SECRET, key);
    }
    return text;
  }

  /** A percentage as a number from 0 to 1. */
  Optional<Double> share(String key) {
    return Optional.ofNullable(value(key))
        .map(
            value -> {
              double percent = value instanceof Number number ? number.doubleValue() : -1;
              if (percent >= 0 && percent <= 100) {
                return percent / 100;
              }
              throw wrong(NO_PERCENTAGE, key);
            });
  }

  Optional<ProjectTable> table(String key) {
    return Optional.ofNullable(value(key))
        .map(
            value -> {
              if (value instanceof TomlTable inner) {
                return new ProjectTable(file, inner, place(key));
              }
              throw wrong(NO_TABLE, key);
            });
  }

  List<ProjectTable> tables(String key) {
    Object value = value(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof TomlArray array)) {
      throw wrong(NO_TABLE, key);
    }
    List<ProjectTable> tables = new ArrayList<>();
    for (int index = 0; index < array.size(); index++) {
      if (!(array.get(index) instanceof TomlTable inner)) {
        throw wrong(NO_TABLE, key);
      }
      tables.add(new ProjectTable(file, inner, at(array.inputPositionOf(index))));
    }
    return tables;
  }

  private Object value(String key) {
    return table.get(List.of(key));
  }

  ProjectFileException wrong(ProjectFileException.Kind kind, String key) {
    return new ProjectFileException(kind, place(key), key);
  }

  ProjectPlace place() {
    return place;
  }

  ProjectPlace place(String key) {
    return at(table.inputPositionOf(List.of(key)));
  }

  private ProjectPlace at(TomlPosition position) {
    return position == null ? place : new ProjectPlace(file, position.line(), position.column());
  }
}

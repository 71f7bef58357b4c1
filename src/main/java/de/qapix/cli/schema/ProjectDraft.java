package de.qapix.cli.schema;

import de.qapix.checks.project.ProposedDatabase;
import de.qapix.cli.Messages;
import de.qapix.files.DisplayPath;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project file for the databases that a repository seems to have, with what else may be in it.
 */
final class ProjectDraft {

  private final Messages messages;

  ProjectDraft(Messages messages) {
    this.messages = messages;
  }

  String of(List<ProposedDatabase> databases) {
    return Stream.of(
            Stream.of(comment("init.comment.file")),
            Stream.of(
                comment("init.comment.coverage") + "# minimum-coverage = 80\n",
                comment("init.comment.baseline") + "# baseline = \"qapix-baseline.json\"\n"),
            databases.stream().map(this::database),
            Stream.of(
                comment("init.comment.rules") + "# [rules]\n# \"query/folded-alias\" = \"off\"\n"))
        .flatMap(part -> part)
        .collect(Collectors.joining("\n"));
  }

  private String database(ProposedDatabase database) {
    String migrations = DisplayPath.of(database.migrations());
    return "[[database]]\n"
        + "name = "
        + quoted(database.name())
        + "\n"
        + "migrations = "
        + quoted(migrations)
        + "\n"
        + comment("init.comment.source")
        + source(database.source())
        + exclude(database.exclude())
        + comment("init.comment.env")
        + "# env = \"DATABASE_URL\"\n";
  }

  private static String source(List<Path> folders) {
    return folders.isEmpty()
        ? "# source = [\"app\"]\n"
        : folders.stream()
            .map(folder -> quoted(shown(folder)))
            .collect(Collectors.joining(", ", "source = [", "]\n"));
  }

  private static String exclude(List<Path> folders) {
    return folders.isEmpty()
        ? ""
        : folders.stream()
            .map(folder -> quoted(anchored(DisplayPath.of(folder))))
            .collect(Collectors.joining(", ", "exclude = [", "]\n"));
  }

  /** A pattern without a slash would be a name anywhere. */
  private static String anchored(String folder) {
    return folder.contains("/") ? folder : "./" + folder;
  }

  private String comment(String key) {
    return messages.text(key).lines().map(line -> "# " + line + "\n").collect(Collectors.joining());
  }

  /** A folder as it is written in the file, where the current one has to be called something. */
  static String shown(Path folder) {
    return folder.toString().isEmpty() ? "." : DisplayPath.of(folder);
  }

  /** A text of TOML. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            letter -> {
              if (letter == '"' || letter == '\\') {
                quoted.append('\\').append((char) letter);
              } else if (letter < ' ' || letter == 0x7f) {
                quoted.append("\\u%04x".formatted(letter));
              } else {
                quoted.append((char) letter);
              }
            });
    return quoted.append('"').toString();
  }
}

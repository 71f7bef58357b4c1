package de.qapix.cli.failure;

import de.qapix.checks.project.ProjectFileException;
import de.qapix.cli.ExitCode;
import de.qapix.cli.Messages;
import de.qapix.cli.SimilarWords;
import de.qapix.cli.output.AddressMask;
import java.util.List;
import java.util.Locale;

/** What is wrong with a project file, and what was probably meant. */
final class ProjectFailures {

  private final Messages messages;

  ProjectFailures(Messages messages) {
    this.messages = messages;
  }

  Failure of(ProjectFileException wrong) {
    String key = "project.wrong." + wrong.kind().name().toLowerCase(Locale.ROOT);
    Object[] arguments = {wrong.place(), AddressMask.mask(wrong.detail())};
    return new Failure(
        ExitCode.WRONG_USE,
        "project",
        messages.text(key, arguments),
        wrong.known().isEmpty() ? messages.text(key + ".hint", arguments) : suggestion(wrong));
  }

  /** What is written almost like it; all that is possible where nothing is. */
  private String suggestion(ProjectFileException wrong) {
    List<String> close = SimilarWords.to(wrong.detail(), wrong.known());
    if (!close.isEmpty()) {
      return messages.text("use.suggestion", String.join(", ", close));
    }
    return wrong.kind() == ProjectFileException.Kind.UNKNOWN_RULE
        ? messages.text("project.wrong.unknown_rule.hint")
        : messages.text("use.choice", String.join(", ", wrong.known()));
  }
}

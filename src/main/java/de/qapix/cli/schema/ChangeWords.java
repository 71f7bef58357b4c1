package de.qapix.cli.schema;

import de.qapix.checks.diff.Change;
import de.qapix.cli.Messages;
import de.qapix.files.VisibleText;
import java.util.List;
import java.util.stream.Stream;

/** Changes as lines of a script: statements, and comments on what has none. */
final class ChangeWords {

  private final Messages messages;
  private final TraitWords words;

  ChangeWords(Messages messages) {
    this.messages = messages;
    this.words = new TraitWords(messages);
  }

  List<String> lines(Change change) {
    if (change instanceof Change.ByHand byHand) {
      return List.of(comment("diff.by-hand", byHand.object(), what(byHand.what())));
    }
    Change.Statement statement = (Change.Statement) change;
    return Stream.concat(
            statement.caution().map(caution -> comment(key(caution))).stream(),
            Stream.of(statement.sql() + ";"))
        .toList();
  }

  private static String key(Change.Caution caution) {
    return switch (caution) {
      case LOSES_DATA -> "diff.loses";
      case NEEDS_VALUES -> "diff.needs-values";
    };
  }

  private String what(String what) {
    return messages
        .find("diff.by-hand." + what.replace(' ', '-'))
        .orElseGet(() -> words.trait(what));
  }

  /** A line break in a name would end the comment. */
  private String comment(String key, Object... arguments) {
    return "-- " + VisibleText.line(messages.text(key, arguments));
  }
}

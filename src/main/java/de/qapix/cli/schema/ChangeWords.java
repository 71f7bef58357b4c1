package de.qapix.cli.schema;

import de.qapix.checks.diff.Change;
import de.qapix.checks.diff.Change.Caution;
import de.qapix.checks.plan.Hazard;
import de.qapix.checks.plan.TrialResult;
import de.qapix.cli.Messages;
import de.qapix.files.VisibleText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Changes as lines of a script: statements, and comments on what has none. */
final class ChangeWords {

  private final Messages messages;
  private final TraitWords words;

  ChangeWords(Messages messages) {
    this.messages = messages;
    this.words = new TraitWords(messages);
  }

  /**
   * A change with all that is to be known before it.
   *
   * @param hazards of the statement, if it is one
   */
  List<String> lines(Change change, List<Hazard> hazards) {
    if (change instanceof Change.ByHand byHand) {
      return List.of(comment("diff.by-hand", byHand.object(), what(byHand.what())));
    }
    Change.Statement statement = (Change.Statement) change;
    return Stream.of(
            hazards.stream().map(this::hazard),
            statement.caution().map(caution -> comment(key(caution))).stream(),
            Stream.of(statement.sql() + ";"))
        .flatMap(lines -> lines)
        .toList();
  }

  private String hazard(Hazard hazard) {
    return comment("diff.lock." + word(hazard.work()), hazard.lock(), hazard.table());
  }

  /** The result of a trial: what to say of the whole plan. */
  List<String> trial(TrialResult result) {
    if (result instanceof TrialResult.Refused refused) {
      return Stream.of(
              comment("diff.trial.refused", VisibleText.line(refused.statement())),
              comment("diff.trial.server", refused.message()),
              refused.behindByHand() ? comment("diff.trial.by-hand") : "")
          .filter(line -> !line.isEmpty())
          .toList();
    }
    if (result instanceof TrialResult.Different different) {
      return Stream.concat(
              Stream.of(comment("diff.trial.different")),
              new DifferenceWords(messages)
                  .lines(different.differences()).stream()
                      .map(line -> "-- " + VisibleText.line(line)))
          .toList();
    }
    return result instanceof TrialResult.NotTried none
        ? List.of(comment("diff.trial.none", none.message()))
        : List.of();
  }

  /** A change as an object of JSON. */
  Map<String, Object> json(Change change, List<Hazard> hazards) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (change instanceof Change.ByHand byHand) {
      json.put("byHand", true);
      json.put("object", byHand.object());
      json.put("what", byHand.what());
      return json;
    }
    Change.Statement statement = (Change.Statement) change;
    json.put("byHand", false);
    json.put("sql", statement.sql());
    json.put("losesData", statement.caution().filter(Caution.LOSES_DATA::equals).isPresent());
    json.put("needsValues", statement.caution().filter(Caution.NEEDS_VALUES::equals).isPresent());
    json.put(
        "locks",
        hazards.stream()
            .map(
                hazard ->
                    Map.of(
                        "mode",
                        hazard.lock(),
                        "table",
                        hazard.table(),
                        "work",
                        word(hazard.work())))
            .toList());
    return json;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** What became of a trial as an object of JSON. */
  static Map<String, Object> json(TrialResult result) {
    if (result instanceof TrialResult.Refused refused) {
      return Map.of(
          "result", "refused", "statement", refused.statement(), "message", refused.message());
    }
    if (result instanceof TrialResult.Different different) {
      return Map.of(
          "result",
          "different",
          "differences",
          different.differences().stream().map(DifferenceWords::json).toList());
    }
    return result instanceof TrialResult.NotTried none
        ? Map.of("result", "not-tried", "message", none.message())
        : Map.of("result", "reached");
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

package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.text.Hole.Kind;
import de.qapix.checks.text.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with {@code %I}, {@code %L} and {@code %s}, as pg-format fills them. */
final class Formats {

  private static final Pattern MARKS = Pattern.compile("%(?:(\\d+)\\$)?([ILs%])");

  private final Evaluation evaluation;

  Formats(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Null if the text is not known, or has no such mark. */
  Value of(Node.Call call, Frame frame) {
    Optional<Literal> format = Pieces.constant(evaluation.of(call.arguments().get(0), frame));
    if (format.isEmpty() || !MARKS.matcher(format.get().sql()).find()) {
      return null;
    }
    Literal text = format.get();
    List<Value> parts = new ArrayList<>();
    Matcher matcher = MARKS.matcher(text.sql());
    int done = 0;
    int next = 1;
    while (matcher.find()) {
      parts.add(new Value.Leaf(text.part(done, matcher.start())));
      done = matcher.end();
      if (matcher.group(2).equals("%")) {
        parts.add(new Value.Leaf(text.part(matcher.start(), matcher.start() + 1)));
        continue;
      }
      int argument = matcher.group(1) == null ? next++ : Integer.parseInt(matcher.group(1));
      if (argument >= call.arguments().size()) {
        return null;
      }
      parts.add(filled(matcher.group(2), call.arguments().get(argument), frame));
    }
    parts.add(new Value.Leaf(text.part(done, text.sql().length())));
    return new Value.Parts(parts);
  }

  private Value filled(String mark, Node argument, Frame frame) {
    Value value = evaluation.of(argument, frame);
    return switch (mark) {
      case "I" ->
          Pieces.constant(value)
              .<Value>map(name -> new Value.Leaf(Pieces.quoted(name, false)))
              .orElseGet(
                  () ->
                      Pieces.hole(
                          value instanceof Value.Items ? Kind.NAMES : Kind.NAME, argument, frame));
      case "L" ->
          Pieces.hole(value instanceof Value.Items ? Kind.VALUES : Kind.VALUE, argument, frame);
      default -> value;
    };
  }
}

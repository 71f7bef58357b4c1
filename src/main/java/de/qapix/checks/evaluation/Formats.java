package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.text.Hole.Kind;
import de.qapix.checks.text.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts with {@code %I}, {@code %L} and {@code %s}, as pg-format fills them, and those of Node's
 * {@code util.format}.
 */
final class Formats {

  private static final Pattern MARKS = Pattern.compile("%(?:(\\d+)\\$)?([ILsdi%])");

  private final Evaluation evaluation;

  Formats(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Null if a call is none of these, its text is not known, or has no such mark. */
  Value of(Node.Call call, Frame frame) {
    List<Node> arguments = call.arguments();
    if (arguments.isEmpty()) {
      return null;
    }
    boolean ofMember = call.callee() instanceof Node.Member;
    boolean inList = ofMember && SqlHints.last(call.callee()).equals("withArray");
    if (inList && arguments.size() > 1) {
      boolean written = arguments.get(1) instanceof Node.Array;
      return filled(
          arguments.get(0),
          written ? ((Node.Array) arguments.get(1)).elements() : List.of(arguments.get(1)),
          frame);
    }
    return (ofMember ? isOfNode(call.callee()) : isFormat(call.callee(), frame))
        ? filled(arguments.get(0), arguments.subList(1, arguments.size()), frame)
        : null;
  }

  private static boolean isOfNode(Node callee) {
    return SqlHints.last(callee).equals("format") && SqlHints.owner(callee).equals("util");
  }

  /** Whatever it is called here. */
  private static boolean isFormat(Node callee, Frame frame) {
    if (!(callee instanceof Node.Name name)) {
      return false;
    }
    ParsedFile.Import imported = frame.module().imports().get(name.scope().find(name.name()));
    return name.name().equals("format")
        || (imported != null && imported.file().endsWith("pg-format"));
  }

  /** Null if the text is not known, or has no such mark. */
  private Value filled(Node text, List<Node> arguments, Frame frame) {
    Optional<Literal> format = Pieces.constant(evaluation.of(text, frame));
    if (format.isEmpty() || !MARKS.matcher(format.get().sql()).find()) {
      return null;
    }
    Literal literal = format.get();
    List<Value> parts = new ArrayList<>();
    Matcher matcher = MARKS.matcher(literal.sql());
    int done = 0;
    int next = 1;
    Node all = arguments.isEmpty() ? text : arguments.get(arguments.size() - 1);
    while (matcher.find()) {
      parts.add(new Value.Leaf(literal.part(done, matcher.start())));
      done = matcher.end();
      if (matcher.group(2).equals("%")) {
        parts.add(new Value.Leaf(literal.part(matcher.start(), matcher.start() + 1)));
        continue;
      }
      int argument = matcher.group(1) == null ? next++ : Integer.parseInt(matcher.group(1));
      boolean known =
          argument <= arguments.size()
              && arguments.subList(0, argument).stream().noneMatch(Node.Spread.class::isInstance);
      parts.add(
          known
              ? filled(matcher.group(2), arguments.get(argument - 1), frame)
              : Pieces.hole(kind(matcher.group(2)), all, frame));
    }
    parts.add(new Value.Leaf(literal.part(done, literal.sql().length())));
    return new Value.Parts(parts);
  }

  private static Kind kind(String mark) {
    return switch (mark) {
      case "I" -> Kind.NAME;
      case "L" -> Kind.VALUE;
      default -> Kind.ANY;
    };
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

package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.javascript.UnescapedText;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Hole.Kind;
import de.qapix.checks.text.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What templates are: texts, or SQL of a library with values that it binds. */
final class Templates {

  private final Evaluator evaluator;

  Templates(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Value of(Node.Template template, Frame frame) {
    Node tag = template.tag();
    if (tag == null || SqlHints.isPlainTag(tag)) {
      return parts(template, false, false, frame);
    }
    if (isRaw(tag)) {
      return parts(template, true, false, frame);
    }
    if (SqlHints.isOtherTag(tag)) {
      return new Value.Code(template, frame.source());
    }
    return new Value.Sql(parts(template, false, true, frame));
  }

  private static boolean isRaw(Node tag) {
    return tag instanceof Node.Member member
        && member.name().equals("raw")
        && member.object() instanceof Node.Name name
        && name.name().equals("String");
  }

  private Value parts(Node.Template template, boolean raw, boolean binds, Frame frame) {
    List<Value> parts = new ArrayList<>();
    for (int i = 0; i < template.chunks().size(); i++) {
      Node.Chunk chunk = template.chunks().get(i);
      parts.add(
          new Value.Leaf(
              raw
                  ? UnescapedText.raw(frame.source(), chunk.start(), chunk.end())
                  : UnescapedText.literal(frame.source(), chunk.start(), chunk.end())));
      if (i < template.holes().size()) {
        Node hole = template.holes().get(i);
        Value value = evaluator.of(hole, frame);
        Node place = new Node.Other(chunk.end() + 2, endOfHole(template, i));
        parts.add(binds ? bound(value, place(place, frame), frame) : value);
      }
    }
    return new Value.Parts(parts);
  }

  private static int endOfHole(Node.Template template, int hole) {
    boolean last = hole + 1 >= template.chunks().size();
    return last ? template.end() : template.chunks().get(hole + 1).start() - 1;
  }

  /** All that is written in a hole, without the blanks around it. */
  private static Node place(Node hole, Frame frame) {
    String text = frame.source().text();
    int start = hole.start();
    int end = Math.max(start, hole.end());
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return new Node.Other(start, end);
  }

  /** What becomes of a value in the template of a library: SQL stays, all else is bound. */
  Value bound(Value value, Node code, Frame frame) {
    if (value instanceof Value.Table table) {
      boolean aliased = !table.name().sql().equals(table.alias().sql());
      String alias = aliased ? " " + quoted(table.alias().sql()) : "";
      return new Value.Leaf(at(quoted(table.name().sql()) + alias, code, frame));
    }
    if (value instanceof Value.Column column) {
      String name = quoted(column.table().sql()) + "." + quoted(column.name().sql());
      return new Value.Leaf(at(name, code, frame));
    }
    if (value instanceof Value.Function function) {
      return ofFunction(function, code, frame);
    }
    if (!isSql(value)) {
      return new Value.Bound(new Value.Code(code, frame.source()));
    }
    if (value instanceof Value.Choice choice) {
      List<Value> branches =
          choice.branches().stream().map(branch -> branch(branch, code, frame)).toList();
      return new Value.Choice(choice.decision(), branches);
    }
    if (value instanceof Value.Test test) {
      return new Value.Test(
          test.tested(), branch(test.present(), code, frame), branch(test.absent(), code, frame));
    }
    if (value instanceof Value.Items) {
      return new Value.Joined(boundItems(value, code, frame), new Value.Leaf(at(" ", code, frame)));
    }
    return value;
  }

  /** TypeORM puts in the text that a function returns, or binds the values. */
  private Value ofFunction(Value.Function function, Node code, Frame frame) {
    Value result = evaluator.calls().call(function, List.of(), code, frame);
    boolean text =
        result instanceof Value.Leaf
            || result instanceof Value.Parts
            || result instanceof Value.Choice;
    return text ? new Value.Sql(result) : hole(Kind.VALUES, code, frame);
  }

  private Value branch(Value value, Node code, Frame frame) {
    return value.equals(Value.NOTHING) ? value : bound(value, code, frame);
  }

  /** The same for each item of a list. */
  Value boundItems(Value list, Node code, Frame frame) {
    if (list instanceof Value.Items items) {
      return new Value.Items(boundAll(items.items(), code, frame));
    }
    if (list instanceof Value.Many many) {
      return new Value.Many(boundAll(many.items(), code, frame));
    }
    if (list instanceof Value.Repeated repeated) {
      return new Value.Repeated(branch(repeated.item(), code, frame), repeated.list());
    }
    if (list instanceof Value.Choice choice) {
      return new Value.Choice(choice.decision(), boundAll(choice.branches(), code, frame));
    }
    if (list instanceof Value.Test test) {
      return new Value.Test(
          test.tested(),
          boundItems(test.present(), code, frame),
          boundItems(test.absent(), code, frame));
    }
    return branch(list, code, frame);
  }

  private List<Value> boundAll(List<Value> items, Node code, Frame frame) {
    return items.stream().map(item -> boundItems(item, code, frame)).toList();
  }

  static boolean isSql(Value value) {
    if (value instanceof Value.Choice choice) {
      return choice.branches().stream().anyMatch(Templates::isSql);
    }
    if (value instanceof Value.Test test) {
      return isSql(test.present()) || isSql(test.absent());
    }
    if (value instanceof Value.Items items) {
      return items.items().stream().anyMatch(Templates::isSql);
    }
    if (value instanceof Value.Many many) {
      return many.items().stream().anyMatch(Templates::isSql);
    }
    return value instanceof Value.Sql
        || value instanceof Value.Placed
        || value instanceof Value.Bound
        || value instanceof Value.Table
        || value instanceof Value.Column
        || (value instanceof Value.Repeated repeated && isSql(repeated.item()));
  }

  static Value hole(Kind kind, Node code, Frame frame) {
    String text = frame.source().text().substring(code.start(), Math.max(code.start(), code.end()));
    return new Value.Leaf(
        new Hole(kind, text, frame.source(), code.start(), Math.max(code.start(), code.end())));
  }

  /** Text that is not written as such in the source, at the place of the code that makes it. */
  static Literal at(String sql, Node code, Frame frame) {
    int[] offsets = new int[sql.length() + 1];
    Arrays.fill(offsets, code.start());
    offsets[sql.length()] = Math.max(code.start(), code.end());
    return new Literal(sql, frame.source(), offsets);
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}

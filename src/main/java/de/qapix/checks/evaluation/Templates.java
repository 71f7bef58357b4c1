package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.javascript.UnescapedText;
import java.util.ArrayList;
import java.util.List;

/** What templates are: texts, or SQL of a library with values that it binds. */
final class Templates {

  private final Evaluation evaluation;
  private final BoundValues bound;

  Templates(Evaluation evaluation, BoundValues bound) {
    this.evaluation = evaluation;
    this.bound = bound;
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
      return new Value.Code(template, frame);
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
        Node place = place(chunk.end() + 2, endOfHole(template, i), frame);
        parts.add(binds ? bound.inHole(hole, place, frame) : evaluation.of(hole, frame));
      }
    }
    return parts.size() == 1 ? parts.get(0) : new Value.Parts(parts);
  }

  private static int endOfHole(Node.Template template, int hole) {
    boolean last = hole + 1 >= template.chunks().size();
    return last ? template.end() : template.chunks().get(hole + 1).start() - 1;
  }

  /** All that is written in a hole, without the blanks around it. */
  private static Node place(int from, int to, Frame frame) {
    String text = frame.source().text();
    int start = from;
    int end = Math.max(start, to);
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return new Node.Other(start, end);
  }
}

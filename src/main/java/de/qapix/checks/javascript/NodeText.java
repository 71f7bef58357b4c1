package de.qapix.checks.javascript;

import de.qapix.checks.text.SourceText;

/** What stands in the file where a node is. */
public final class NodeText {

  private static final int LONGEST_CONDITION = 200;

  private NodeText() {}

  /** The text of a node, which tells conditions apart; a very long one is known by its place. */
  public static String of(Node node, SourceText source) {
    boolean isLong = node.end() - node.start() > LONGEST_CONDITION;
    return isLong
        ? "@" + node.start()
        : source.text().substring(node.start(), Math.max(node.start(), node.end()));
  }
}

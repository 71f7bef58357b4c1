package de.qapix.checks.javascript;

import java.util.List;
import java.util.Map;

/** An expression, as far as it matters to the texts that it can have. */
public sealed interface Node {

  int start();

  int end();

  /** A string, with its quotes. */
  record Text(int start, int end) implements Node {}

  record Numeral(int start, int end) implements Node {}

  /**
   * A template.
   *
   * @param tag the function in front of it, or null
   * @param chunks where its texts are: one before each hole and one behind the last
   */
  record Template(Node tag, List<Chunk> chunks, List<Node> holes, int start, int end)
      implements Node {}

  /** Where a part of a template is written. */
  record Chunk(int start, int end) {}

  /**
   * Where a type is written: what a declaration says behind its name, or the list of those that are
   * given to a function. It is read by {@link TypeReader} when somebody wants to know.
   */
  record TypeText(LexicalScope scope, int start, int end) {}

  record Name(String name, LexicalScope scope, int start, int end) implements Node {}

  /** A variable that has no name of its own, such as a parameter that is taken apart at once. */
  record Reference(Binding binding, int start, int end) implements Node {}

  record Member(Node object, String name, int nameStart, int start, int end) implements Node {}

  record Index(Node object, Node index, LexicalScope scope, int start, int end) implements Node {}

  /**
   * A call.
   *
   * @param isNew whether it makes an object of a class
   */
  record Call(Node callee, List<Node> arguments, boolean isNew, int start, int end)
      implements Node {}

  /** Operands with plus signs between. */
  record Sum(List<Node> operands) implements Node {
    @Override
    public int start() {
      return operands.get(0).start();
    }

    @Override
    public int end() {
      return operands.get(operands.size() - 1).end();
    }
  }

  /** Two operands with another operator. */
  record Binary(String operator, Node left, Node right, LexicalScope scope, int start, int end)
      implements Node {}

  record Not(Node operand, int start, int end) implements Node {}

  record Conditional(Node test, Node yes, Node no, LexicalScope scope, int start, int end)
      implements Node {}

  record Array(List<Node> elements, int start, int end) implements Node {}

  record Spread(Node operand, int start, int end) implements Node {}

  /**
   * An object, a class or an enum.
   *
   * @param spreads whose properties it takes over; of a class, those that it extends
   */
  record Properties(Map<String, Property> properties, List<Node> spreads, int start, int end)
      implements Node {}

  /**
   * A function of any kind.
   *
   * @param parameters a variable for each
   * @param rest whether the last of them takes all arguments that are left
   */
  record Function(
      List<Binding> parameters,
      boolean rest,
      List<Return> returns,
      LexicalScope scope,
      int start,
      int end)
      implements Node {}

  /** What cannot have a text that is known. */
  record Other(int start, int end) implements Node {}

  /**
   * A property of an object.
   *
   * @param getter whether its value is what a function returns
   * @param keyStart where its name is written
   */
  record Property(Node value, boolean getter, int keyStart, int keyEnd) {}

  /**
   * What a function gives back.
   *
   * @param guard the branch in which it does, or null
   */
  record Return(Node value, Guard guard) {}
}

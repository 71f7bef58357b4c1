package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Modules;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.javascript.UnescapedText;
import de.qapix.checks.text.Literal;
import java.util.ArrayList;
import java.util.List;

/** Finds out what expressions can be, without running anything. Depth and effort are bounded. */
public final class Evaluator {

  private static final int DEEPEST = 60;
  private static final int EFFORT = 400_000;

  private final Modules modules;
  private final Variables variables = new Variables(this);
  private final Conditions conditions = new Conditions(this);
  private final Calls calls = new Calls(this);
  private final Templates templates = new Templates(this);
  private final Members members = new Members(this);
  private int depth;
  private int effort;

  public Evaluator(Modules modules) {
    this.modules = modules;
  }

  public Modules modules() {
    return modules;
  }

  Conditions conditions() {
    return conditions;
  }

  Calls calls() {
    return calls;
  }

  Templates templates() {
    return templates;
  }

  /** Begins to count the effort anew, for another file. */
  public void rest() {
    effort = 0;
  }

  public Value of(Node node, Frame frame) {
    if (depth >= DEEPEST || ++effort > EFFORT) {
      return new Value.Code(node, frame.source());
    }
    depth++;
    Value value = evaluate(node, frame);
    depth--;
    return value;
  }

  private Value evaluate(Node node, Frame frame) {
    if (node instanceof Node.Text text) {
      return new Value.Leaf(
          UnescapedText.literal(
              frame.source(), text.start() + 1, Math.max(text.start() + 1, text.end() - 1)));
    }
    if (node instanceof Node.Numeral number) {
      return new Value.Leaf(Literal.of(frame.source(), number.start(), number.end()));
    }
    if (node instanceof Node.Member empty && isEmptySql(empty)) {
      return new Value.Sql(Value.NOTHING);
    }
    if (node instanceof Node.Template template) {
      return templates.of(template, frame);
    }
    if (node instanceof Node.Name name) {
      return name(name, frame);
    }
    if (node instanceof Node.Reference reference) {
      return variables.at(reference.binding(), node, node.start(), frame);
    }
    if (node instanceof Node.Member member) {
      return member(of(member.object(), frame), member.name(), node, frame);
    }
    if (node instanceof Node.Index index) {
      return members.index(index, frame);
    }
    if (node instanceof Node.Call call) {
      return calls.of(call, frame);
    }
    if (node instanceof Node.Sum sum) {
      return sum(sum, frame);
    }
    return structure(node, frame);
  }

  private static boolean isEmptySql(Node.Member member) {
    return member.name().equals("empty")
        && member.object() instanceof Node.Name name
        && SqlHints.isSql(name.name());
  }

  private Value structure(Node node, Frame frame) {
    if (node instanceof Node.Conditional conditional) {
      return conditions.choose(
          conditional.test(),
          conditional.scope(),
          of(conditional.yes(), frame),
          of(conditional.no(), frame),
          frame);
    }
    if (node instanceof Node.Binary binary) {
      return conditions.logical(binary, frame);
    }
    if (node instanceof Node.Array array) {
      return new Value.Items(items(array.elements(), frame));
    }
    if (node instanceof Node.Properties properties) {
      return new Value.Structure(properties, frame);
    }
    if (node instanceof Node.Function function) {
      return new Value.Function(function, frame);
    }
    return new Value.Code(node, frame.source());
  }

  /** The elements of an array, or arguments. */
  List<Value> items(List<Node> elements, Frame frame) {
    List<Value> items = new ArrayList<>();
    for (Node element : elements) {
      items.add(
          element instanceof Node.Spread spread
              ? Lists.spread(of(spread.operand(), frame))
              : of(element, frame));
    }
    return items;
  }

  private Value name(Node.Name name, Frame frame) {
    if (name.name().equals("undefined")) {
      return Value.NOTHING;
    }
    Value known = frame.known().get(name);
    if (known != null) {
      return known;
    }
    Binding binding = name.scope().find(name.name());
    Value value =
        binding == null ? new Value.Code(name, frame.source()) : variable(binding, name, frame);
    frame.known().put(name, value);
    return value;
  }

  private Value variable(Binding binding, Node.Name name, Frame frame) {
    ParsedFile.Import imported = frame.module().imports().get(binding);
    if (imported == null) {
      return variables.at(binding, name, name.start(), frame);
    }
    return modules
        .find(frame.module(), imported.file())
        .map(module -> exported(module, imported.name(), name, frame))
        .orElseGet(() -> new Value.Code(name, frame.source()));
  }

  /** What a variable is when all has been done to it. */
  public Value atEnd(Binding binding, Node node, Frame frame) {
    return variables.at(binding, node, Integer.MAX_VALUE, frame);
  }

  Value exported(ParsedFile module, String name, Node node, Frame frame) {
    if (name.equals("*")) {
      return new Value.Exports(module);
    }
    return modules
        .export(module, name)
        .map(export -> of(export.node(), Frame.of(export.module())))
        .filter(value -> !(value instanceof Value.Code))
        .orElseGet(() -> new Value.Code(node, frame.source()));
  }

  /** Of {@code require('./file')}. */
  Value required(Node.Text file, Node call, Frame frame) {
    String name = UnescapedText.literal(frame.source(), file.start() + 1, file.end() - 1).sql();
    return modules
        .find(frame.module(), name)
        .<Value>map(Value.Exports::new)
        .orElseGet(() -> new Value.Code(call, frame.source()));
  }

  /** What a function gives back in a call of it. */
  Value returned(Node.Function function, Frame frame, Node call) {
    return variables.returned(function, frame, call);
  }

  /** The property of a value. */
  public Value member(Value object, String name, Node node, Frame frame) {
    return members.of(object, name, node, frame);
  }

  private Value sum(Node.Sum sum, Frame frame) {
    List<Value> parts = sum.operands().stream().map(operand -> of(operand, frame)).toList();
    boolean text = false;
    for (int i = 0; i < parts.size(); i++) {
      text |=
          !(parts.get(i) instanceof Value.Code) && !(sum.operands().get(i) instanceof Node.Numeral);
    }
    return text ? new Value.Parts(parts) : new Value.Code(sum, frame.source());
  }
}

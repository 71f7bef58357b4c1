package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Modules;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.javascript.UnescapedText;
import de.qapix.checks.text.Literal;
import java.util.List;
import java.util.Map;

/**
 * Evaluates expressions on one path after another. Each is evaluated once on a path, and once for
 * all where no decision has a part in it.
 */
final class Evaluator implements Evaluation {

  private static final int DEEPEST = 250;

  /** The path of what is being evaluated, and may be met again on the way. */
  private static final int UNDER_WAY = -1;

  private final ImportedValues imports;
  private final Decisions decisions;
  private final Variables variables;
  private final Calls calls;
  private final KnownFunctions functions;
  private final Templates templates;
  private final Members members;
  private Path path = new Path(0, Map.of(), 0);
  private int depth;

  Evaluator(Modules modules) {
    this.imports = new ImportedValues(this, modules);
    this.decisions = new Decisions(this);
    this.variables = new Variables(this, decisions);
    this.calls = new Calls(this, variables);
    BoundValues bound = new BoundValues(this);
    this.functions = new KnownFunctions(this, bound, imports);
    this.templates = new Templates(this, bound);
    this.members = new Members(this, decisions, imports);
  }

  /** Begins with another file. */
  Frame begin(ParsedFile file) {
    imports.forget();
    decisions.forget();
    return imports.frame(file);
  }

  /** Evaluates on another path from now on. */
  void follow(Path other) {
    path = other;
    depth = 0;
    calls.forget();
  }

  Decisions decisions() {
    return decisions;
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public Value of(Node node, Frame frame) {
    if (node instanceof Node.Text || node instanceof Node.Numeral) {
      return constant(node, frame);
    }
    Frame.Known known = frame.known().get(node);
    if (known != null && known.path() == 0) {
      return known.value();
    }
    if (known != null && known.path() == path.number()) {
      path.depend();
      return known.value();
    }
    boolean underWay = known != null && known.path() == UNDER_WAY;
    if (underWay || depth >= DEEPEST || !path.step()) {
      path.depend();
      return new Value.Code(node, frame);
    }
    return remembered(node, frame);
  }

  private Value remembered(Node node, Frame frame) {
    int before = path.consulted();
    frame.known().put(node, new Frame.Known(Value.NOTHING, UNDER_WAY));
    depth++;
    Value value = evaluate(node, frame);
    depth--;
    boolean always = path.consulted() == before;
    frame.known().put(node, new Frame.Known(value, always ? 0 : path.number()));
    return value;
  }

  private static Value constant(Node node, Frame frame) {
    return new Value.Leaf(
        node instanceof Node.Text
            ? UnescapedText.ofString(frame.source(), node.start(), node.end())
            : Literal.of(frame.source(), node.start(), node.end()));
  }

  private Value evaluate(Node node, Frame frame) {
    if (node instanceof Node.Member empty && Emptiness.isEmptySql(empty)) {
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
      return members.of(of(member.object(), frame), member.name(), node, frame);
    }
    if (node instanceof Node.Index index) {
      return members.index(index, frame);
    }
    if (node instanceof Node.Call call) {
      return call(call, frame);
    }
    if (node instanceof Node.Sum sum) {
      return sum(sum, frame);
    }
    return structure(node, frame);
  }

  private Value structure(Node node, Frame frame) {
    if (node instanceof Node.Conditional conditional) {
      return conditional(conditional, frame);
    }
    if (node instanceof Node.Binary binary) {
      return logical(binary, frame);
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
    return new Value.Code(node, frame);
  }

  private Value conditional(Node.Conditional conditional, Frame frame) {
    boolean holds =
        decisions.holds(
            conditional.test(),
            conditional.scope(),
            frame,
            Emptiness.isEmpty(conditional.yes(), frame.source()),
            Emptiness.isEmpty(conditional.no(), frame.source()));
    return of(holds ? conditional.yes() : conditional.no(), frame);
  }

  /**
   * What {@code a && b}, {@code a || b} and {@code a ?? b} are; of other operators nothing is
   * known.
   */
  private Value logical(Node.Binary binary, Frame frame) {
    switch (binary.operator()) {
      case "&&" -> {
        Value right = of(binary.right(), frame);
        if (right instanceof Value.Code) {
          return new Value.Code(binary, frame);
        }
        return decisions.holds(binary.left(), binary.scope(), frame, false, true)
            ? right
            : Value.NOTHING;
      }
      case "||", "??" -> {
        return either(binary, frame);
      }
      default -> {
        return new Value.Code(binary, frame);
      }
    }
  }

  private Value either(Node.Binary binary, Frame frame) {
    Value left = of(binary.left(), frame);
    if (!(left instanceof Value.Code)) {
      return Emptiness.isEmpty(left) ? of(binary.right(), frame) : left;
    }
    Value right = of(binary.right(), frame);
    if (right instanceof Value.Code) {
      return new Value.Code(binary, frame);
    }
    boolean optional = Emptiness.isEmpty(right) || SqlExpressions.isSql(right);
    return optional && decisions.holds(binary.left(), binary.scope(), frame, false, true)
        ? left
        : right;
  }

  private Value name(Node.Name name, Frame frame) {
    if (name.name().equals("undefined")) {
      return Value.NOTHING;
    }
    Binding binding = name.scope().find(name.name());
    if (binding == null) {
      return new Value.Code(name, frame);
    }
    ParsedFile.Import imported = frame.module().imports().get(binding);
    return imported == null
        ? variables.at(binding, name, name.start(), frame)
        : imports.of(imported, name, frame);
  }

  /** What a variable is when all has been done to it. */
  Value atEnd(Binding binding, Node node, Frame frame) {
    return variables.at(binding, node, Integer.MAX_VALUE, frame);
  }

  @Override
  public Value member(Value object, String name, Node node, Frame frame) {
    return members.of(object, name, node, frame);
  }

  private Value call(Node.Call call, Frame frame) {
    Value made = functions.of(call, frame);
    if (made != null) {
      return made;
    }
    Value function = call.isNew() ? Value.NOTHING : of(call.callee(), frame);
    return function instanceof Value.Function known
        ? call(known, items(call.arguments(), frame), call, frame)
        : functions.byName(call, frame);
  }

  @Override
  public Value call(Value.Function function, List<Value> arguments, Node call, Frame frame) {
    return calls.of(function, arguments, call, frame);
  }

  @Override
  public Value callUnknown(Value.Function function, Node call, Frame frame) {
    return calls.ofUnknown(function, call, frame);
  }

  private Value sum(Node.Sum sum, Frame frame) {
    List<Value> parts = sum.operands().stream().map(operand -> of(operand, frame)).toList();
    boolean text = false;
    for (int i = 0; i < parts.size(); i++) {
      text |=
          !(parts.get(i) instanceof Value.Code) && !(sum.operands().get(i) instanceof Node.Numeral);
    }
    return text ? new Value.Parts(parts) : new Value.Code(sum, frame);
  }
}

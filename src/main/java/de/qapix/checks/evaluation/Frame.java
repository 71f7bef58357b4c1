package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.text.SourceText;
import java.util.IdentityHashMap;
import java.util.Map;

/** A call of a function: what its parameters are. The outermost one, of a file, has none. */
final class Frame {

  /**
   * What an expression has been found to be, and on which path; 0 where that is the same on all.
   */
  record Known(Value value, int path) {}

  private final ParsedFile module;
  private final Frame outer;
  private final Map<Binding, Value> parameters;
  private final IdentityHashMap<Node, Known> known = new IdentityHashMap<>();

  private Frame(ParsedFile module, Frame outer, Map<Binding, Value> parameters) {
    this.module = module;
    this.outer = outer;
    this.parameters = parameters;
  }

  static Frame of(ParsedFile module) {
    return new Frame(module, null, Map.of());
  }

  /** A call of a function that was made in this frame. */
  Frame call(Map<Binding, Value> arguments) {
    return new Frame(module, this, arguments);
  }

  ParsedFile module() {
    return module;
  }

  SourceText source() {
    return module.source();
  }

  /** What was given for a parameter, or null. */
  Value argument(Binding parameter) {
    for (Frame frame = this; frame != null; frame = frame.outer) {
      Value argument = frame.parameters.get(parameter);
      if (argument != null) {
        return argument;
      }
    }
    return null;
  }

  /** What expressions have been found to be in this call. */
  IdentityHashMap<Node, Known> known() {
    return known;
  }
}

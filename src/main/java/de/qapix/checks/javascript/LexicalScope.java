package de.qapix.checks.javascript;

import java.util.HashMap;
import java.util.Map;

/** The names that a block, a function, a class or a file declares. */
public final class LexicalScope {

  private final LexicalScope outer;
  private final boolean ofFunction;
  private Map<String, Binding> bindings = Map.of();
  private Map<String, Node.TypeText> types = Map.of();

  private LexicalScope(LexicalScope outer, boolean ofFunction) {
    this.outer = outer;
    this.ofFunction = ofFunction;
  }

  static LexicalScope ofFile() {
    return new LexicalScope(null, true);
  }

  LexicalScope block() {
    return new LexicalScope(this, false);
  }

  LexicalScope inFunction() {
    return new LexicalScope(this, true);
  }

  /** The first declaration counts: a second one, of a var, comes to an assignment. */
  void declare(String name, Binding binding) {
    if (bindings.isEmpty()) {
      bindings = new HashMap<>();
    }
    bindings.putIfAbsent(name, binding);
  }

  /** What a name stands for here, or null. */
  public Binding find(String name) {
    for (LexicalScope scope = this; scope != null; scope = scope.outer) {
      Binding found = scope.bindings.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Of a type with several declarations, which make one together, nothing is known. */
  void declareType(String name, Node.TypeText type) {
    if (types.isEmpty()) {
      types = new HashMap<>();
    }
    Node.TypeText nothing = new Node.TypeText(this, type.start(), type.start());
    types.merge(name, type, (first, second) -> nothing);
  }

  /** What a name says as a type here, or null; types that are imported are bindings. */
  public Node.TypeText findType(String name) {
    for (LexicalScope scope = this; scope != null; scope = scope.outer) {
      Node.TypeText found = scope.types.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The scope of the function, or of the file, in which it lies. */
  public LexicalScope function() {
    LexicalScope scope = this;
    while (!scope.ofFunction) {
      scope = scope.outer;
    }
    return scope;
  }

  Map<String, Binding> bindings() {
    return bindings;
  }

  Map<String, Node.TypeText> types() {
    return types;
  }
}

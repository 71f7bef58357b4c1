package de.qapix.source;

import java.util.HashMap;
import java.util.Map;

/** The names that a block, a function, a class or a file declares. */
final class Scope {

  private final Scope outer;
  private final boolean ofFunction;
  private Map<String, Binding> bindings = Map.of();

  private Scope(Scope outer, boolean ofFunction) {
    this.outer = outer;
    this.ofFunction = ofFunction;
  }

  static Scope ofFile() {
    return new Scope(null, true);
  }

  Scope block() {
    return new Scope(this, false);
  }

  Scope inFunction() {
    return new Scope(this, true);
  }

  /** The first declaration counts: a second one, of a var, comes to an assignment. */
  void declare(String name, Binding binding) {
    if (bindings.isEmpty()) {
      bindings = new HashMap<>();
    }
    bindings.putIfAbsent(name, binding);
  }

  /** What a name stands for here, or null. */
  Binding find(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Binding found = scope.bindings.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The scope of the function, or of the file, in which it lies. */
  Scope function() {
    Scope scope = this;
    while (!scope.ofFunction) {
      scope = scope.outer;
    }
    return scope;
  }

  Map<String, Binding> bindings() {
    return bindings;
  }
}

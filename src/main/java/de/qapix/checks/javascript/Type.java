package de.qapix.checks.javascript;

import java.util.List;

/** A type, as far as it tells which properties an object has. */
public sealed interface Type {

  /** {@code { id: string; name?: string }}. */
  record Members(List<Member> members) implements Type {
    public Members {
      members = List.copyOf(members);
    }
  }

  /** {@code T[]}. */
  record ListOf(Type element) implements Type {}

  /** {@code [A, B]}. */
  record Tuple(List<Type> elements) implements Type {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /** {@code A | B}. */
  record Union(List<Type> parts) implements Type {
    public Union {
      parts = List.copyOf(parts);
    }
  }

  /** {@code A & B}; also an interface that extends others. */
  record Intersection(List<Type> parts) implements Type {
    public Intersection {
      parts = List.copyOf(parts);
    }
  }

  /** A name, of a type that is declared or of one that everybody knows, such as string. */
  record Named(String name, List<Type> arguments) implements Type {
    public Named {
      arguments = List.copyOf(arguments);
    }
  }

  /** A text, as one of those that a value can have. */
  record Text(String text, int start, int end) implements Type {}

  /** A number, true or false. */
  record Constant() implements Type {}

  /** Whatever cannot be told from reading it. */
  record Other() implements Type {}

  /**
   * A property.
   *
   * @param start where its name is written
   * @param optional whether an object may be without it
   */
  record Member(String name, int start, int end, boolean optional, Type type) {}
}

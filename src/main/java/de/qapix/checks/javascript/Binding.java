package de.qapix.checks.javascript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a name stands for. */
public final class Binding {

  private final Node initial;
  private final List<Node> alternatives;
  private final Node fallback;
  private final Guard guard;
  private final int offset;
  private final boolean parameter;
  private final List<Mutation> mutations = new ArrayList<>();
  private final Map<String, Node.Name> memberTypes = new HashMap<>();
  private Node.Name type;

  private Binding(
      Node initial,
      List<Node> alternatives,
      Node fallback,
      Guard guard,
      int offset,
      boolean parameter) {
    this.initial = initial;
    this.alternatives = alternatives;
    this.fallback = fallback;
    this.guard = guard;
    this.offset = offset;
    this.parameter = parameter;
  }

  /**
   * @param initial its first value, or null
   * @param fallback what it is when that is undefined, or null
   */
  static Binding variable(Node initial, Node fallback, Guard guard, int offset) {
    return new Binding(initial, null, fallback, guard, offset, false);
  }

  /**
   * @param alternatives the texts that its type allows, or null
   * @param fallback what it is when it is not given, or null
   */
  static Binding parameter(List<Node> alternatives, Node fallback, int offset) {
    return new Binding(null, alternatives, fallback, null, offset, true);
  }

  public Node initial() {
    return initial;
  }

  public List<Node> alternatives() {
    return alternatives;
  }

  public Node fallback() {
    return fallback;
  }

  public Guard guard() {
    return guard;
  }

  public int offset() {
    return offset;
  }

  public boolean isParameter() {
    return parameter;
  }

  public List<Mutation> mutations() {
    return mutations;
  }

  void declareType(Node.Name name) {
    type = name;
  }

  /** Of the class that is {@code this}. */
  void declareType(String member, Node.Name name) {
    memberTypes.putIfAbsent(member, name);
  }

  /** The name with which its type begins, where one is written. */
  public Optional<Node.Name> type() {
    return Optional.ofNullable(type);
  }

  /** The same for a member of {@code this}. */
  public Optional<Node.Name> type(String member) {
    return Optional.ofNullable(memberTypes.get(member));
  }
}

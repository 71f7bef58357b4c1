package de.qapix.checks.javascript;

import java.util.List;

/** Recognises what changes a variable. */
final class Mutations {

  private Mutations() {}

  /**
   * Of an assignment.
   *
   * @param plain whether the value is replaced
   */
  static void record(
      ParserState parsing, Node target, Node value, boolean appended, boolean plain) {
    if (target instanceof Node.Member member) {
      ofMember(parsing, member, value);
    }
    if (!(target instanceof Node.Name name)) {
      return;
    }
    if (appended) {
      parsing.mutate(name.name(), Mutation.Kind.APPEND, List.of(value), target.start());
    } else if (!plain) {
      parsing.mutate(name.name(), Mutation.Kind.UNKNOWN, List.of(value), target.start());
    } else if (value instanceof Node.Sum sum && isSame(sum.operands().get(0), name)) {
      List<Node> rest = sum.operands().subList(1, sum.operands().size());
      parsing.mutate(name.name(), Mutation.Kind.APPEND, rest, target.start());
    } else {
      parsing.mutate(name.name(), Mutation.Kind.ASSIGN, List.of(value), value.end());
    }
  }

  private static boolean isSame(Node operand, Node.Name name) {
    return operand instanceof Node.Name other && other.name().equals(name.name());
  }

  private static void ofMember(ParserState parsing, Node.Member member, Node value) {
    if (member.object() instanceof Node.Name object && object.name().equals("this")) {
      parsing.module().assignedProperties().add(member.name());
    }
    boolean ofExports =
        member.object() instanceof Node.Name object && object.name().equals("exports");
    if (ofExports || isModuleExports(member.object())) {
      parsing.module().exports().put(member.name(), value);
    } else if (isModuleExports(member)) {
      parsing.module().exports().put("default", value);
    }
  }

  private static boolean isModuleExports(Node node) {
    return node instanceof Node.Member member
        && member.name().equals("exports")
        && member.object() instanceof Node.Name name
        && name.name().equals("module");
  }

  /** Of a call such as {@code parts.push(..)}. */
  static void record(ParserState parsing, Node.Call call) {
    if (!(call.callee() instanceof Node.Member member)
        || !(member.object() instanceof Node.Name name)) {
      return;
    }
    Mutation.Kind kind =
        switch (member.name()) {
          case "push" -> Mutation.Kind.PUSH;
          case "unshift" -> Mutation.Kind.UNSHIFT;
          case "append" -> Mutation.Kind.APPEND;
          default -> null;
        };
    if (kind != null) {
      parsing.mutate(name.name(), kind, call.arguments(), call.start());
    }
  }
}

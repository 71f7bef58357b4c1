package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import java.util.Set;

/** What functions give back that are known by name; null for all others. */
final class KnownFunctions {

  private static final Set<String> TRANSPARENT =
      Set.of("String", "dedent", "outdent", "stripIndent", "stripIndents", "format", "oneLine");

  private final Evaluation evaluation;
  private final ImportedValues imports;
  private final SqlCalls sql;
  private final Methods methods;
  private final DrizzleTables tables;
  private final DrizzleOperators operators;
  private final Formats formats;

  KnownFunctions(Evaluation evaluation, BoundValues bound, ImportedValues imports) {
    this.evaluation = evaluation;
    this.imports = imports;
    this.sql = new SqlCalls(evaluation, bound);
    this.methods = new Methods(evaluation);
    this.tables = new DrizzleTables(evaluation);
    this.operators = new DrizzleOperators(evaluation, bound);
    this.formats = new Formats(evaluation);
  }

  Value of(Node.Call call, Frame frame) {
    Value formatted = formats.of(call, frame);
    if (formatted != null) {
      return formatted;
    }
    if (call.callee() instanceof Node.Member member) {
      Value made = sql.ofMember(member, call, frame);
      made = made == null ? tables.of(call, frame) : made;
      return made == null ? methods.of(member, call, frame) : made;
    }
    return call.callee() instanceof Node.Name name && !call.arguments().isEmpty()
        ? named(name.name(), call, frame)
        : null;
  }

  private Value named(String name, Node.Call call, Frame frame) {
    if (name.equals("require") && call.arguments().get(0) instanceof Node.Text file) {
      return imports.required(file, call, frame);
    }
    Value made = operators.of(name, call, frame);
    if (made != null) {
      return made;
    }
    if (TRANSPARENT.contains(name)) {
      Value text = evaluation.of(call.arguments().get(0), frame);
      return text instanceof Value.Code ? null : text;
    }
    return tables.of(call, frame);
  }

  /** What a call is by the name of its function, when nothing else is known of that. */
  Value byName(Node.Call call, Frame frame) {
    return call.callee() instanceof Node.Name name
        ? sql.ofName(name, call, frame)
        : new Value.Code(call, frame);
  }
}

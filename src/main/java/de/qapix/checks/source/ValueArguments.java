package de.qapix.checks.source;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.text.SourceText;
import de.qapix.checks.text.SuppliedValues;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the values that are given to a call beside the text that it sends. */
final class ValueArguments {

  private static final List<String> OPTIONS = List.of("values", "replacements", "bind");

  private final SourceText source;

  ValueArguments(SourceText source) {
    this.source = source;
  }

  /** Those of a call, if all of them are written there. */
  Optional<SuppliedValues> of(Sender sender) {
    String function = sender.node() == null ? "" : SqlHints.last(sender.node());
    if (!SqlHints.sends(function) || sender.arguments().isEmpty()) {
      return Optional.empty();
    }
    return of(function, sender.arguments());
  }

  private Optional<SuppliedValues> of(String function, List<Node> arguments) {
    Node first = arguments.get(0);
    if (first instanceof Node.Call made && made.isNew() && !made.arguments().isEmpty()) {
      return of("", made.arguments());
    }
    if (first instanceof Node.Properties object) {
      return inOptions(object);
    }
    boolean one = function.endsWith("RawUnsafe");
    if (arguments.size() == 1) {
      return (one || function.equals("query")) && isPlain(first)
          ? list("", List.of(), first)
          : Optional.empty();
    }
    if (one) {
      List<Node> values = arguments.subList(1, arguments.size());
      Node place = new Node.Other(values.get(0).start(), values.get(values.size() - 1).end());
      return list("", values, place);
    }
    Node second = arguments.get(1);
    Optional<SuppliedValues> options =
        second instanceof Node.Properties object ? inOptions(object) : Optional.empty();
    return options.or(() -> values("", second));
  }

  /** Whether a text is written there and nowhere else. */
  private static boolean isPlain(Node text) {
    return text instanceof Node.Text
        || (text instanceof Node.Template template && template.tag() == null);
  }

  private Optional<SuppliedValues> inOptions(Node.Properties object) {
    return OPTIONS.stream()
        .flatMap(
            option ->
                Stream.ofNullable(object.properties().get(option))
                    .flatMap(property -> values(option, property.value()).stream()))
        .findFirst();
  }

  private Optional<SuppliedValues> values(String option, Node node) {
    if (node instanceof Node.Array array) {
      return list(option, array.elements(), array);
    }
    return node instanceof Node.Properties object && object.spreads().isEmpty()
        ? Optional.of(
            new SuppliedValues(
                option,
                OptionalInt.empty(),
                object.properties().keySet(),
                source,
                object.start(),
                object.end()))
        : Optional.empty();
  }

  private Optional<SuppliedValues> list(String option, List<Node> values, Node place) {
    return values.stream().anyMatch(Node.Spread.class::isInstance)
        ? Optional.empty()
        : Optional.of(
            new SuppliedValues(
                option,
                OptionalInt.of(values.size()),
                Set.of(),
                source,
                place.start(),
                place.end()));
  }
}

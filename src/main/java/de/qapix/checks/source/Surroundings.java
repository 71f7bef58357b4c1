package de.qapix.checks.source;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.text.Library;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The other databases that are named by what is around a text: a call that it is given to, perhaps
 * by way of a variable, or the function in which it stands.
 */
final class Surroundings {

  private static final Pattern NAME =
      Pattern.compile("(?:(?:async|function|class)\\s+|\\*\\s*|function\\*\\s*)*([\\w$]+)");

  private final ParsedFile file;
  private final Function<Node, Optional<Library>> ofFunction;
  private IdentityHashMap<Node, Library> known;

  /**
   * @param ofFunction the other database that a function belongs to
   */
  Surroundings(ParsedFile file, Function<Node, Optional<Library>> ofFunction) {
    this.file = file;
    this.ofFunction = ofFunction;
  }

  /** The one that is named nearest to a text. */
  Optional<Library> otherDatabase(int text) {
    if (known == null) {
      known = new IdentityHashMap<>();
      given();
      declared();
    }
    return known.entrySet().stream()
        .filter(entry -> holds(entry.getKey(), text))
        .min((one, other) -> length(one.getKey()) - length(other.getKey()))
        .map(Map.Entry::getValue);
  }

  private static boolean holds(Node node, int text) {
    return node.start() <= text && text < node.end();
  }

  private static int length(Node node) {
    return node.end() - node.start();
  }

  /** What is given to a function of another database. */
  private void given() {
    for (ParsedFile.Site site : file.calls()) {
      Node.Call call = (Node.Call) site.node();
      if (!call.arguments().isEmpty()) {
        ofFunction
            .apply(call.callee())
            .ifPresent(library -> call.arguments().forEach(argument -> add(argument, library)));
      }
    }
  }

  /** Remembers an expression, and the variables and functions that it is made of. */
  private void add(Node given, Library library) {
    Deque<Node> left = new ArrayDeque<>();
    left.add(given);
    while (!left.isEmpty()) {
      Node node = left.poll();
      if (known.putIfAbsent(node, library) == null) {
        parts(node).forEach(left::add);
      }
    }
  }

  private static Stream<Node> parts(Node node) {
    if (node instanceof Node.Name name) {
      Binding binding = name.scope().find(name.name());
      return binding == null || binding.isParameter() ? Stream.empty() : values(binding);
    }
    if (node instanceof Node.Call call) {
      return Stream.concat(Stream.of(call.callee()), call.arguments().stream());
    }
    if (node instanceof Node.Properties properties) {
      return properties.properties().values().stream().map(Node.Property::value);
    }
    if (node instanceof Node.Sum sum) {
      return sum.operands().stream();
    }
    if (node instanceof Node.Template template) {
      return template.holes().stream();
    }
    if (node instanceof Node.Conditional conditional) {
      return Stream.of(conditional.yes(), conditional.no());
    }
    return node instanceof Node.Member member ? Stream.of(member.object()) : Stream.empty();
  }

  private static Stream<Node> values(Binding binding) {
    return Stream.concat(
        Stream.ofNullable(binding.initial()),
        binding.mutations().stream().flatMap(mutation -> mutation.values().stream()));
  }

  /** Functions and classes whose names tell. */
  private void declared() {
    for (Binding binding : file.variables()) {
      Node node = binding.initial();
      if (node instanceof Node.Function || node instanceof Node.Properties) {
        Library.otherNamedIn(nameAt(binding.offset()))
            .ifPresent(library -> known.putIfAbsent(node, library));
        methods(node);
      }
    }
  }

  private void methods(Node node) {
    if (node instanceof Node.Properties owner) {
      owner
          .properties()
          .forEach(
              (name, property) -> {
                if (property.value() instanceof Node.Function function) {
                  Library.otherNamedIn(name)
                      .ifPresent(library -> known.putIfAbsent(function, library));
                }
              });
    }
  }

  private String nameAt(int offset) {
    Matcher name = NAME.matcher(file.source().text());
    return name.region(offset, file.source().text().length()).lookingAt() ? name.group(1) : "";
  }
}

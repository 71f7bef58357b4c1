package de.qapix.checks.source;

import static java.util.stream.Collectors.toSet;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.LexicalScope;
import de.qapix.checks.javascript.Modules;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.javascript.Type;
import de.qapix.checks.javascript.TypeReader;
import de.qapix.checks.text.RowType.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells which properties the objects of a type have, as far as that is written in the project. What
 * is not known has none; nothing is claimed of it.
 */
final class ObjectTypes {

  /** Deeper than that only a type that contains itself can be. */
  private static final int DEEPEST = 8;

  private static final Set<String> LISTS = Set.of("Array", "ReadonlyArray");
  private static final Set<String> EMPTY = Set.of("null", "undefined");
  private static final Set<String> VALUES =
      Set.of(
          "string number bigint boolean Date Buffer Uint8Array Decimal Prisma.Decimal"
              .split(" ", -1));

  private final Modules modules;

  ObjectTypes(Modules modules) {
    this.modules = modules;
  }

  /**
   * A type.
   *
   * @param file in which it is written
   * @param scope there
   */
  record Located(Type type, ParsedFile file, LexicalScope scope) {

    private Located at(Type other) {
      return new Located(other, file, scope);
    }
  }

  /** The first of the types in angle brackets. */
  Located firstGiven(ParsedFile file, Node.TypeText types) {
    return new Located(TypeReader.firstGiven(file.source(), types), file, types.scope());
  }

  /** Of what a type is a list; nothing where it is none. */
  Optional<Located> element(Located type) {
    return element(type, 0);
  }

  private Optional<Located> element(Located located, int depth) {
    Located one = present(located);
    if (one.type() instanceof Type.ListOf list) {
      return Optional.of(one.at(list.element()));
    }
    if (one.type() instanceof Type.Tuple tuple) {
      return tuple.elements().stream().distinct().count() == 1
          ? Optional.of(one.at(tuple.elements().get(0)))
          : Optional.empty();
    }
    if (one.type() instanceof Type.Named named && depth < DEEPEST) {
      return LISTS.contains(named.name()) && named.arguments().size() == 1
          ? Optional.of(one.at(named.arguments().get(0)))
          : declared(one, named).flatMap(found -> element(found, depth + 1));
    }
    return Optional.empty();
  }

  /** Of what a property of a type is a list. */
  Optional<Located> element(Located type, String property) {
    return members(type, 0).stream()
        .filter(found -> found.member().name().equals(property))
        .findFirst()
        .flatMap(found -> element(found.type()));
  }

  /**
   * Those of the objects of a type.
   *
   * @param strict whether a type that does not name null is without it
   */
  List<Property> properties(Located type, boolean strict) {
    return members(type, 0).stream().map(found -> property(found, strict)).distinct().toList();
  }

  /**
   * A property and where its type is.
   *
   * @param type in the file in which the name is written
   */
  private record Found(Type.Member member, Located type) {}

  private Property property(Found found, boolean strict) {
    Type.Member member = found.member();
    return new Property(
        member.name(),
        found.type().file().source(),
        member.start(),
        member.end(),
        member.optional(),
        strict && isValue(found.type(), 0));
  }

  private List<Found> members(Located located, int depth) {
    Located one = present(located);
    if (depth > DEEPEST) {
      return List.of();
    }
    if (one.type() instanceof Type.Members object) {
      return object.members().stream()
          .map(member -> new Found(member, one.at(member.type())))
          .toList();
    }
    if (one.type() instanceof Type.Intersection intersection) {
      return intersection.parts().stream()
          .flatMap(part -> members(one.at(part), depth + 1).stream())
          .toList();
    }
    return one.type() instanceof Type.Named named
        ? named.arguments().isEmpty()
            ? declared(one, named).map(found -> members(found, depth + 1)).orElse(List.of())
            : changed(one, named, depth + 1)
        : List.of();
  }

  /** What the types that come with TypeScript make of others. */
  private List<Found> changed(Located at, Type.Named named, int depth) {
    List<Type> given = named.arguments();
    List<Found> members = members(at.at(given.get(0)), depth);
    Set<String> names =
        given.size() < 2
            ? Set.of()
            : texts(given.get(1)).stream().map(Type.Text::text).collect(toSet());
    return switch (named.name()) {
      case "Partial" -> optional(members, true);
      case "Required" -> optional(members, false);
      case "Readonly", "NonNullable" -> members;
      case "Omit" -> names.isEmpty() ? List.of() : only(members, name -> !names.contains(name));
      case "Pick" -> members.isEmpty() ? named(at, given) : only(members, names::contains);
      default -> List.of();
    };
  }

  private static List<Found> optional(List<Found> members, boolean optional) {
    return members.stream()
        .map(
            found ->
                new Found(
                    new Type.Member(
                        found.member().name(),
                        found.member().start(),
                        found.member().end(),
                        optional,
                        found.member().type()),
                    found.type()))
        .toList();
  }

  private static List<Found> only(List<Found> members, Predicate<String> wanted) {
    return members.stream().filter(found -> wanted.test(found.member().name())).toList();
  }

  /** Those that are picked of a type that is not known. */
  private static List<Found> named(Located at, List<Type> given) {
    return given.size() < 2
        ? List.of()
        : texts(given.get(1)).stream()
            .map(text -> new Type.Member(text.text(), text.start(), text.end(), false, text))
            .map(member -> new Found(member, at.at(new Type.Other())))
            .toList();
  }

  /** The texts of {@code 'a' | 'b'}; none where there is anything else among them. */
  private static List<Type.Text> texts(Type type) {
    List<Type> parts = type instanceof Type.Union union ? union.parts() : List.of(type);
    return parts.stream().allMatch(Type.Text.class::isInstance)
        ? parts.stream().map(Type.Text.class::cast).toList()
        : List.of();
  }

  /** Without null and undefined, where it is a union with these. */
  private static Located present(Located located) {
    if (!(located.type() instanceof Type.Union union)) {
      return located;
    }
    List<Type> parts = new ArrayList<>(union.parts());
    parts.removeIf(part -> part instanceof Type.Named named && EMPTY.contains(named.name()));
    return parts.size() == 1 ? located.at(parts.get(0)) : located;
  }

  /** Whether it can surely be neither null nor undefined. */
  private boolean isValue(Located located, int depth) {
    Type type = located.type();
    if (type instanceof Type.Union union) {
      return union.parts().stream().allMatch(part -> isValue(located.at(part), depth + 1));
    }
    if (type instanceof Type.Named named) {
      return VALUES.contains(named.name())
          || LISTS.contains(named.name())
          || (depth < DEEPEST
              && declared(located, named).filter(found -> isValue(found, depth + 1)).isPresent());
    }
    return !(type instanceof Type.Other || type instanceof Type.Intersection);
  }

  /** What a name stands for; nothing where that is not written in the project. */
  private Optional<Located> declared(Located at, Type.Named named) {
    if (!named.arguments().isEmpty()) {
      return Optional.empty();
    }
    Node.TypeText own = at.scope().findType(named.name());
    if (own != null) {
      return Optional.of(located(at.file(), own));
    }
    Binding binding = at.scope().find(named.name());
    ParsedFile.Import imported = binding == null ? null : at.file().imports().get(binding);
    return imported == null
        ? Optional.empty()
        : modules
            .find(at.file(), imported.file())
            .flatMap(other -> modules.type(other, imported.name()))
            .map(found -> located(found.module(), found.type()));
  }

  private static Located located(ParsedFile file, Node.TypeText type) {
    return new Located(TypeReader.declared(file.source(), type), file, type.scope());
  }
}

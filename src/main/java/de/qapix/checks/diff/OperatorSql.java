package de.qapix.checks.diff;

import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Operators, their families and classes. */
final class OperatorSql {

  private static final Pattern OPERATOR =
      Pattern.compile("(operator \\d+) .*\\(([^()]*)\\)(?: for order by .*)?");
  private static final Pattern FUNCTION = Pattern.compile("(function \\d+) \\(([^()]*)\\) .*");

  private OperatorSql() {}

  static Stream<DiffStep> create(SchemaObject object) {
    ObjectName name = object.name();
    return switch (name.kind()) {
      case OPERATOR ->
          made(object, "create operator " + withoutArguments(name) + " " + attributes(object));
      case OPERATOR_CLASS ->
          made(
              object,
              "create operator class " + withoutMethod(name) + " " + ObjectSql.definition(object));
      default ->
          Stream.concat(
              Stream.of(DiffStep.making(object, "", Change.safe("create " + Drops.target(object)))),
              members(new SchemaObject(name, Map.of()), object));
    };
  }

  private static Stream<DiffStep> made(SchemaObject object, String sql) {
    return Stream.of(DiffStep.making(object, needs(object), Change.safe(sql)));
  }

  /** One of two operators that name each other is made before the other one is there. */
  private static String needs(SchemaObject object) {
    return ObjectSql.text(object).replaceAll("(commutator|negator) = operator\\([^()]*\\)", "");
  }

  private static String withoutArguments(ObjectName operator) {
    return operator.sql().substring(0, operator.sql().lastIndexOf(" ("));
  }

  private static String withoutMethod(ObjectName family) {
    return family.sql().substring(0, family.sql().lastIndexOf(" using "));
  }

  private static String attributes(SchemaObject operator) {
    String text = ObjectSql.definition(operator);
    return operator
        .trait("estimators")
        .map(estimators -> text.substring(0, text.length() - 1) + ", " + estimators + ")")
        .orElse(text);
  }

  static Stream<DiffStep> steps(SchemaObject from, SchemaObject to, String trait) {
    return switch (trait) {
      case "estimators" -> Stream.of(altered(to, "set (" + estimators(to) + ")"));
      case "members" -> members(from, to);
      default -> Stream.of(DiffStep.byHand(to, trait));
    };
  }

  /** Each anew, as one that is not told is none. */
  private static String estimators(SchemaObject operator) {
    String text = operator.trait("estimators").orElse("");
    List<String> estimators = new ArrayList<>(List.of(text.split(", ")));
    estimators.remove("");
    Stream.of("restrict", "join")
        .filter(name -> !text.contains(name + " = "))
        .forEach(name -> estimators.add(name + " = none"));
    return String.join(", ", estimators);
  }

  private static Stream<DiffStep> members(SchemaObject from, SchemaObject to) {
    List<String> old = members(from);
    List<String> fresh = members(to);
    return Stream.concat(
        old.stream().filter(member -> !fresh.contains(member)).map(member -> dropped(to, member)),
        fresh.stream()
            .filter(member -> !old.contains(member))
            .map(member -> altered(to, "add " + member)));
  }

  private static List<String> members(SchemaObject family) {
    return family.trait("members").map(text -> text.lines().toList()).orElse(List.of());
  }

  private static DiffStep dropped(SchemaObject family, String member) {
    Matcher matcher = (member.startsWith("operator") ? OPERATOR : FUNCTION).matcher(member);
    return matcher.matches()
        ? altered(family, "drop " + matcher.group(1) + " (" + matcher.group(2) + ")")
        : DiffStep.byHand(family, "members");
  }

  private static DiffStep altered(SchemaObject object, String action) {
    return DiffStep.altering(
        object, action, Change.safe("alter " + Drops.target(object) + " " + action));
  }
}

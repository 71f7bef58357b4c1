package de.qapix.postgres;

import de.qapix.postgres.DatabaseUrlException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands behind the question mark of a database's address. Whoever can follow a parameter
 * takes it; what nobody takes is left out, and told.
 */
final class AddressParameters {

  /** A misspelled one of these must not be left out: the connection would be less safe. */
  private static final Pattern SAFETY = Pattern.compile("ssl|tls|cert|auth|verif|binding|crypt");

  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> ignored = new ArrayList<>();
  private final List<Integer> unknown = new ArrayList<>();

  /**
   * Reads them.
   *
   * @param query {@code name=value&...}; may be null
   */
  static AddressParameters parse(String query) {
    AddressParameters parameters = new AddressParameters();
    int number = 0;
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        parameters.add(++number, pair.split("=", 2));
      }
    }
    return parameters;
  }

  private void add(int number, String[] parts) {
    String name = PercentEncoding.decode(parts[0]);
    if (!ParameterNames.isKnown(name)) {
      refuseSafety(number, name);
      unknown.add(number);
      return;
    }
    String value = parts.length < 2 ? "" : PercentEncoding.decode(parts[1]);
    if (values.putIfAbsent(name, value) != null) {
      throw new DatabaseUrlException(Kind.TWICE, name);
    }
  }

  private static void refuseSafety(int number, String name) {
    if (SAFETY.matcher(name.toLowerCase(Locale.ROOT)).find()) {
      throw new DatabaseUrlException(Kind.UNKNOWN_SAFETY, Integer.toString(number));
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Its value, which is then dealt with; empty where it is not there or has none. */
  Optional<String> take(String name) {
    return Optional.ofNullable(values.remove(name)).filter(value -> !value.isEmpty());
  }

  /** The same, though an empty value means something. */
  Optional<String> takeEvenEmpty(String name) {
    return Optional.ofNullable(values.remove(name));
  }

  /** Leaves a parameter out, if it is there, as it has no effect beside the others. */
  void ignore(String name) {
    if (values.remove(name) != null) {
      hasNoEffect(name);
    }
  }

  /** The same for one that was taken before. */
  void hasNoEffect(String name) {
    ignored.add(name);
  }

  /** What nobody has taken, by name. */
  Map<String, String> rest() {
    return Map.copyOf(values);
  }

  /** Those that have no effect; all have names that everybody knows. */
  List<String> ignored() {
    return ignored.stream().sorted().toList();
  }

  /** The numbers, from 1, of those that nobody knows: their names may be pieces of a password. */
  List<Integer> unknown() {
    return List.copyOf(unknown);
  }
}

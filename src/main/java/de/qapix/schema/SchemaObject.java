package de.qapix.schema;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One object of a database with all that makes it what it is, as the server prints it.
 *
 * @param traits e.g. {@code type} and {@code nullability} of a column; what it lacks is not there
 */
public record SchemaObject(ObjectName name, Map<String, String> traits) {

  public SchemaObject {
    traits = Collections.unmodifiableMap(new TreeMap<>(traits));
  }

  public Optional<String> trait(String trait) {
    return Optional.ofNullable(traits.get(trait));
  }
}

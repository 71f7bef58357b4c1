package de.qapix.catalog;

import java.util.Collections;
import java.util.List;
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

  public Map<String, String> traitsWithout(String... others) {
    Map<String, String> left = new TreeMap<>(traits);
    left.keySet().removeAll(List.of(others));
    return left;
  }

  SchemaObject without(String trait) {
    return traits.containsKey(trait) ? new SchemaObject(name, traitsWithout(trait)) : this;
  }

  /** Whether it is of that type, e.g. {@code enum}. */
  public boolean is(String type) {
    return trait("type").filter(type::equals).isPresent();
  }

  public boolean is(String trait, String text) {
    return trait(trait).filter(text::equals).isPresent();
  }

  public boolean isView() {
    return is("view") || is("materialized view");
  }

  public boolean isForeignKey() {
    return name.kind() == ObjectKind.CONSTRAINT && is("foreign key");
  }

  /** Whether it comes and goes with an object of the parent table. */
  public boolean isInherited() {
    return traits.containsKey("inherited");
  }
}

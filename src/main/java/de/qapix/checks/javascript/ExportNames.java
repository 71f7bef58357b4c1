package de.qapix.checks.javascript;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a file exports, without the file.
 *
 * @param own the names of what is declared in it
 * @param passedOn what it takes from others and exports under a name
 * @param allPassedOn the files of which it exports all
 */
record ExportNames(
    Set<String> own, Map<String, ParsedFile.Import> passedOn, List<String> allPassedOn) {

  /** Those of a file that cannot be read. */
  static final ExportNames NONE = new ExportNames(Set.of(), Map.of(), List.of());

  static ExportNames of(ParsedFile file) {
    Set<String> own = new TreeSet<>(file.exports().keySet());
    own.addAll(file.scope().bindings().keySet());
    own.addAll(file.scope().types().keySet());
    own.removeAll(file.passedOn().keySet());
    own.addAll(file.exports().keySet());
    if (file.exports().get("default") instanceof Node.Properties properties) {
      own.addAll(properties.properties().keySet());
    }
    return new ExportNames(own, new HashMap<>(file.passedOn()), List.copyOf(file.allPassedOn()));
  }
}

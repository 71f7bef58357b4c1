package de.qapix.catalog;

import java.util.Optional;

/**
 * One difference between two catalogs.
 *
 * @param trait what of the object differs; empty where all of it is missing or too much
 * @param expected empty where nothing is expected
 * @param found empty where there is nothing
 */
public record CatalogDifference(
    Kind kind, ObjectName object, String trait, Optional<String> expected, Optional<String> found) {

  /** How two catalogs differ in an object. */
  public enum Kind {
    /** It is expected and not there. */
    MISSING,
    /** It is there and not expected. */
    EXTRA,
    /** It is not as expected. */
    CHANGED
  }

  /** E.g. {@code drift/column-type} or {@code drift/index-missing}. */
  public String rule() {
    String what =
        switch (kind) {
          case MISSING -> "missing";
          case EXTRA -> "extra";
          case CHANGED -> trait.replace(' ', '-');
        };
    return "drift/" + object.kind().word() + "-" + what;
  }
}

package de.qapix.catalog;

import de.qapix.files.ResourceText;
import de.qapix.files.Sha256;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The queries of the catalog, which are files: they are SQL through and through. */
public final class CatalogQueries {

  private CatalogQueries() {}

  public static String text(ObjectKind kind) {
    return text("objects/" + kind.word() + ".sql");
  }

  /** Another one where any of the queries is another one, so what was read before is of no use. */
  public static String fingerprint() {
    return Sha256.hex(
        Stream.of(ObjectKind.values()).map(CatalogQueries::text).collect(Collectors.joining())
            + privileges());
  }

  /** Who owns the objects, and who may do what with them. */
  static String privileges() {
    return text("privileges.sql");
  }

  public static String text(String resource) {
    return ResourceText.read(CatalogQueries.class, resource);
  }
}

package de.qapix.catalog;

import de.qapix.files.ResourceText;

/** The queries of the catalog, which are files: they are SQL through and through. */
public final class CatalogQueries {

  private CatalogQueries() {}

  public static String text(ObjectKind kind) {
    return text("objects/" + kind.word() + ".sql");
  }

  public static String text(String resource) {
    return ResourceText.read(CatalogQueries.class, resource);
  }
}

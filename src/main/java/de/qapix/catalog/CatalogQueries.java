package de.qapix.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The queries of the catalog, which are files: they are SQL through and through. */
public final class CatalogQueries {

  private CatalogQueries() {}

  public static String text(ObjectKind kind) {
    return text("objects/" + kind.word() + ".sql");
  }

  public static String text(String resource) {
    try (InputStream file = CatalogQueries.class.getResourceAsStream(resource)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

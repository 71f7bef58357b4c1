package de.qapix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What the build has written down.
 *
 * @param version of qapix
 * @param postgres version of the embedded PostgreSQL
 */
record Build(String version, String postgres) {

  static Build read() {
    try (InputStream file = Build.class.getResourceAsStream("build.properties")) {
      Properties properties = new Properties();
      properties.load(file);
      return new Build(properties.getProperty("version"), properties.getProperty("postgres"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

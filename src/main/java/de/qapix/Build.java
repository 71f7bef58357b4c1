package de.qapix;

import de.qapix.files.ResourceText;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What the build has written down.
 *
 * @param version of qapix
 * @param postgres version of the embedded PostgreSQL
 */
record Build(String version, String postgres) {

  String nameAndVersion() {
    return "qapix " + version;
  }

  static Build read() {
    try (Reader text = new StringReader(ResourceText.read(Build.class, "build.properties"))) {
      Properties properties = new Properties();
      properties.load(text);
      return new Build(properties.getProperty("version"), properties.getProperty("postgres"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

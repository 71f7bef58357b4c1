package de.qapix.checks.scratch;

import de.qapix.files.JsonText;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads JSON that somebody's tool has written beside migrations. */
final class JsonFile {

  private JsonFile() {}

  static JsonNode read(Path file) throws IOException {
    return read(file, ScriptFile.text(file));
  }

  /**
   * What a file's text is.
   *
   * @throws MigrationFolderException when it is no JSON
   */
  static JsonNode read(Path file, String text) {
    try {
      return JsonText.read(text);
    } catch (JacksonException broken) {
      throw new MigrationFolderException(
          MigrationFolderException.Kind.NOT_JSON, file, broken.getOriginalMessage());
    }
  }
}

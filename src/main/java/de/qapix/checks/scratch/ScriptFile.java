package de.qapix.checks.scratch;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.checks.script.FolderScript;
import de.qapix.checks.script.Sending;
import de.qapix.files.DisplayPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads the file of one migration. */
final class ScriptFile {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ScriptFile() {}

  /** A migration whose text is turned into what the server gets. */
  static FolderScript read(
      Path folder, Path file, Optional<String> version, UnaryOperator<String> sql)
      throws IOException {
    String text = text(file);
    return new FolderScript(
        DisplayPath.of(folder.relativize(file)),
        version,
        file,
        text,
        DumpText.blanked(sql.apply(text)),
        Sending.ANY,
        false);
  }

  /** A numbered file, without its way back. */
  static FolderScript numbered(Path place, Path file) throws IOException {
    FolderScript script = read(place, file, Optional.of(FileOrder.name(file)), UpPart::of);
    return script.sent(NumberedSending.of(script.text(), place));
  }

  /** The same with the values of psql's variables. */
  static FolderScript numbered(Path place, Path file, PsqlVariables variables) throws IOException {
    FolderScript script =
        read(
            place,
            file,
            Optional.of(FileOrder.name(file)),
            text -> variables.resolve(DumpText.blanked(UpPart.of(text)), file));
    return script.sent(NumberedSending.of(script.text(), place));
  }

  static String text(Path file) throws IOException {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
      // UTF-16 of plain letters is valid UTF-8, too.
      if (text.indexOf('\0') < 0) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      }
    } catch (CharacterCodingException binary) {
      throw notText(file);
    }
    throw notText(file);
  }

  private static MigrationFolderException notText(Path file) {
    return new MigrationFolderException(MigrationFolderException.Kind.NOT_UTF8, file, "");
  }
}

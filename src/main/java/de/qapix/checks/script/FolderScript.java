package de.qapix.checks.script;

import de.qapix.files.Sha256;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One migration of a folder.
 *
 * @param name the file, relative to the folder, with slashes
 * @param version what its tool's history knows it by: Flyway's version, the name of Prisma's
 *     folder, the time in Drizzle's journal; none for a repeatable migration
 * @param text as it is in the file, without the byte order mark
 * @param sql as it is sent to the server: with the values of its placeholders
 * @param sending how its tool does that
 * @param isCallback whether it runs with each migration and stands in no history
 */
public record FolderScript(
    String name,
    Optional<String> version,
    Path file,
    String text,
    String sql,
    Sending sending,
    boolean isCallback) {

  /** The same from another place. */
  public FolderScript withFile(Path other) {
    return new FolderScript(name, version, other, text, sql, sending, isCallback);
  }

  /** The same, sent in this way. */
  public FolderScript sent(Sending way) {
    return new FolderScript(name, version, file, text, sql, way, isCallback);
  }

  /** The same as what a tool calls at its own occasions. */
  public FolderScript asCallback() {
    return new FolderScript(name, version, file, text, sql, sending, true);
  }

  /** Of the text with line feeds alone between its lines. */
  public String sha256() {
    return Sha256.hex(text.replaceAll("\r\n?", "\n"));
  }
}

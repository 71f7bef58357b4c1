package de.qapix.checks.files;

import de.qapix.checks.text.SourceText;
import de.qapix.files.DisplayPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads files as texts, or as what they are about to become. */
public final class TextFiles {

  private static final long LARGEST = 5_000_000;

  private final Path here;
  private final Map<Path, String> drafts = new ConcurrentHashMap<>();

  /**
   * @param here the folder to which the paths in findings are relative
   */
  public TextFiles(Path here) {
    this.here = here.toAbsolutePath().normalize();
  }

  /** A file that was read, or why it was not. */
  public sealed interface Reading {

    record Text(SourceText text) implements Reading {}

    /** The reason, as the messages have it. */
    record Unread(String reason) implements Reading {}
  }

  /** Reads a file; never fails. */
  public Reading read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        return new Reading.Unread("too-large");
      }
      byte[] bytes = Files.readAllBytes(file);
      Encoding encoding = Encoding.of(bytes);
      Optional<String> text =
          Optional.ofNullable(drafts.get(file)).or(() -> encoding.decode(bytes));
      if (text.isEmpty()) {
        return new Reading.Unread("not-text");
      }
      if (FileKind.SOURCE.fits(file) && Minified.is(file.toString(), text.get())) {
        return new Reading.Unread("minified");
      }
      return new Reading.Text(new SourceText(name(file), text.get()));
    } catch (IOException broken) {
      return new Reading.Unread("unreadable");
    }
  }

  /** The text alone, if there is one. */
  public Optional<SourceText> find(Path file) {
    return Files.isRegularFile(file) && read(file) instanceof Reading.Text readable
        ? Optional.of(readable.text())
        : Optional.empty();
  }

  /** From now on the file is read as if it held this. */
  public void draft(Path file, String text) {
    drafts.put(file, text);
  }

  /** The path as findings have it. */
  public String name(Path file) {
    return DisplayPath.from(here, file);
  }
}

package de.qapix.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Texts that the program brings with it, in UTF-8. */
public final class ResourceText {

  private ResourceText() {}

  /**
   * A text that must be there.
   *
   * @param name as {@link Class#getResourceAsStream} has it: beside the class, or after a slash
   */
  public static String read(Class<?> beside, String name) {
    return find(beside, name)
        .orElseThrow(() -> new IllegalStateException(name + " is missing beside " + beside));
  }

  /** Empty where there is none of that name. */
  public static Optional<String> find(Class<?> beside, String name) {
    try (InputStream resource = beside.getResourceAsStream(name)) {
      return resource == null
          ? Optional.empty()
          : Optional.of(new String(resource.readAllBytes(), UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

package de.qapix.data.api;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Bytes of a body as a text. */
final class BodyText {

  private BodyText() {}

  /**
   * The text, with U+FFFD for what is not UTF-8. A mark of the byte order is left out. What is
   * packed with gzip, which qapix does not ask for but proxies do on their own, is unpacked,
   * whatever the header says.
   *
   * @param encoding the header Content-Encoding; empty for none
   * @throws BodyTooLargeException when the unpacked text is
   * @throws IOException when it is packed otherwise, or the packing is broken
   */
  static String of(byte[] body, String encoding) throws IOException {
    if (startsWith(body, 0x1f, 0x8b)) {
      return text(unpacked(body));
    }
    if (!encoding.isEmpty() && !encoding.matches("(?i)identity|x-gzip|gzip")) {
      throw new ZipException(encoding);
    }
    return text(body);
  }

  private static byte[] unpacked(byte[] body) throws IOException {
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return CappedBody.of(unpacked);
    }
  }

  private static String text(byte[] body) {
    if (startsWith(body, 0xef, 0xbb, 0xbf)) {
      return new String(body, 3, body.length - 3, UTF_8);
    }
    boolean wide = startsWith(body, 0xfe, 0xff) || startsWith(body, 0xff, 0xfe);
    return new String(body, wide ? UTF_16 : UTF_8);
  }

  private static boolean startsWith(byte[] body, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= body.length || Byte.toUnsignedInt(body[i]) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}

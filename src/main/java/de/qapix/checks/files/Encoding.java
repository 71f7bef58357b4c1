package de.qapix.checks.files;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How a text is kept in a file.
 *
 * @param marked whether the file begins with a byte order mark, which is no part of the text
 */
record Encoding(Charset charset, boolean marked) {

  private static final String MARK = "\uFEFF";

  static Encoding of(byte[] bytes) {
    if (begins(bytes, 0xFE, 0xFF)) {
      return new Encoding(UTF_16BE, true);
    }
    if (begins(bytes, 0xFF, 0xFE)) {
      return new Encoding(UTF_16LE, true);
    }
    return new Encoding(UTF_8, begins(bytes, 0xEF, 0xBB, 0xBF));
  }

  private static boolean begins(byte[] bytes, int... first) {
    if (bytes.length < first.length) {
      return false;
    }
    for (int at = 0; at < first.length; at++) {
      if ((bytes[at] & 0xFF) != first[at]) {
        return false;
      }
    }
    return true;
  }

  /** The text; empty where the bytes are none. */
  Optional<String> decode(byte[] bytes) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0
          ? Optional.of(marked ? text.substring(MARK.length()) : text)
          : Optional.empty();
    } catch (CharacterCodingException noText) {
      return Optional.empty();
    }
  }

  byte[] encode(String text) {
    return ((marked ? MARK : "") + text).getBytes(charset);
  }
}

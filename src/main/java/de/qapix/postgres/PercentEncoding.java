package de.qapix.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.postgres.DatabaseUrlException.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** The escapes in addresses. */
final class PercentEncoding {

  private PercentEncoding() {}

  /** A plus sign is itself: only forms on web pages write a space so. */
  static String decode(String text) {
    if (text == null || text.indexOf('%') < 0) {
      return text == null ? "" : text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 0; at < text.length(); ) {
      if (text.charAt(at) == '%') {
        bytes.write(escaped(text, at));
        at += 3;
      } else {
        int character = text.codePointAt(at);
        bytes.writeBytes(Character.toString(character).getBytes(UTF_8));
        at += Character.charCount(character);
      }
    }
    return decoded(bytes.toByteArray());
  }

  private static int escaped(String text, int at) {
    int high = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
    int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
    if (high < 0 || low < 0) {
      throw new DatabaseUrlException(Kind.ESCAPE, "");
    }
    if (high + low == 0) {
      throw new DatabaseUrlException(Kind.CHARACTER, "");
    }
    return high * 16 + low;
  }

  private static String decoded(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException broken) {
      // Its message is about bytes of what may be the password.
      throw new DatabaseUrlException(Kind.ESCAPE, "");
    }
  }
}

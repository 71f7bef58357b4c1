package de.qapix.data.api;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.HttpEntity;

/** The body of an answer, of which no server can make so much that it fills the memory. */
final class CappedBody {

  private CappedBody() {}

  /**
   * Reads all of it.
   *
   * @param entity null where an answer has no body
   * @throws BodyTooLargeException as soon as it is; the rest is not read, and the connection of no
   *     use any more
   */
  static byte[] of(HttpEntity entity) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    if (entity.getContentLength() > BodyTooLargeException.MOST) {
      throw new BodyTooLargeException();
    }
    // Not closed here: that would read the rest.
    return of(entity.getContent());
  }

  /** Reads all of what may be packed smaller than it is, too. */
  static byte[] of(InputStream content) throws IOException {
    byte[] body = content.readNBytes(BodyTooLargeException.MOST + 1);
    if (body.length > BodyTooLargeException.MOST) {
      throw new BodyTooLargeException();
    }
    return body;
  }
}

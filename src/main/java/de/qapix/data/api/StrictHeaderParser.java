package de.qapix.data.api;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.LazyLaxLineParser;

/**
 * Reads the heads of answers. The library takes one that is cut off for a whole one, and so a 404
 * without its body for the proof that a record is gone.
 */
final class StrictHeaderParser extends DefaultHttpResponseParser {

  StrictHeaderParser(Http1Config limits) {
    super(limits, LazyLaxLineParser.INSTANCE, null);
  }

  @Override
  public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
      throws IOException, HttpException {
    return super.parse(buffer, new Head(in, buffer.length() > 0));
  }

  /** Ends before it has begun, or not at all. */
  private static final class Head extends FilterInputStream {

    private boolean begun;

    Head(InputStream in, boolean begun) {
      super(in);
      this.begun = begun;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = super.read(bytes, from, length);
      if (count < 0 && begun) {
        throw new EOFException();
      }
      begun = true;
      return count;
    }
  }
}

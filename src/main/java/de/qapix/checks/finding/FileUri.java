package de.qapix.checks.finding;

import java.net.URI;
import java.net.URISyntaxException;

/** A path as a URI: relative to the repository where the path is relative. */
final class FileUri {

  private FileUri() {}

  static String of(String file) {
    try {
      URI uri =
          file.startsWith("/")
              ? new URI("file", "", file, null)
              : new URI(null, null, looksAbsolute(file) ? "./" + file : file, null);
      return uri.toASCIIString();
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException("no path: " + file, impossible);
    }
  }

  /** What is in front of a colon in the first part of a URI is its scheme. */
  private static boolean looksAbsolute(String file) {
    int colon = file.indexOf(':');
    return colon >= 0 && file.lastIndexOf('/', colon) < 0;
  }
}

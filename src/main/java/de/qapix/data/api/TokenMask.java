package de.qapix.data.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Takes the token out of what comes from the other side, at the edge: some servers and proxies echo
 * what they were sent, and what is read is printed and stored.
 */
final class TokenMask {

  static final String MASKED = "[token]";

  /** Something shorter may well be a word of the data, such as the token of the sandbox. */
  private static final int TELLING = 8;

  private final Set<String> spellings = new LinkedHashSet<>();

  TokenMask(String token) {
    if (token.length() >= TELLING) {
      spellings.add(token);
      spellings.add(token.replace("\\", "\\\\").replace("\"", "\\\""));
      spellings.add(token.replace("/", "\\/"));
      spellings.add(URLEncoder.encode(token, UTF_8));
    }
  }

  /** The text without the token, however JSON or an address would spell it. */
  String apply(String text) {
    String masked = text;
    for (String spelling : spellings) {
      masked = masked.replace(spelling, MASKED);
    }
    return masked;
  }
}

package de.qapix.checks.finding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The first half of a SHA-256 in hexadecimal digits. Baselines hold it, so it may not change. */
final class FindingFingerprint {

  private static final int DIGITS = 32;

  private FindingFingerprint() {}

  static String of(List<Optional<String>> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(part.map(FindingFingerprint::measured).orElse("-")));
    return HexFormat.of().formatHex(sha256(text.toString())).substring(0, DIGITS);
  }

  /** With its length in front, so that "a", "bc" and "ab", "c" differ. */
  private static String measured(String part) {
    return part.length() + ":" + part;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}

package de.qapix.checks.finding;

import de.qapix.files.Sha256;
import java.util.List;
import java.util.Optional;

/** The first half of a SHA-256 in hexadecimal digits. Baselines hold it, so it may not change. */
final class FindingFingerprint {

  private static final int DIGITS = 32;

  private FindingFingerprint() {}

  static String of(List<Optional<String>> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(part.map(FindingFingerprint::measured).orElse("-")));
    return Sha256.hex(text.toString()).substring(0, DIGITS);
  }

  /** With its length in front, so that "a", "bc" and "ab", "c" differ. */
  private static String measured(String part) {
    return part.length() + ":" + part;
  }
}

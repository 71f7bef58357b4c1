package de.qapix.cli;

import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with a token, seen before it is sent anywhere. Nothing of it is ever shown. */
final class TokenText {

  private static final Pattern QUOTED = Pattern.compile("[\"'`“”„‚‘’«»].*|.*[\"'`“”„‚‘’«»]");
  private static final Pattern SCHEME = Pattern.compile("(?i)(authorization:|bearer\\b).*");

  /** Tokens of templates, of an unset variable, and of programs that have none. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i)\\.{2,}|…|\\*+|<.*>|\\[.*]|\\{.*}|\\$.*|%.*%|x{3,}|-+|_+|"
              + "(your|my|dein|mein|the|insert|enter|put|paste)\\w*[-_. ].*|"
              + "change[-_]?me|to[-_]?do|placeholder|replace[-_]?me|"
              + "(calendly[-_])?(api[-_])?(access[-_])?(token|key|secret)([-_]here)?|"
              + "none|null|nil|undefined|example|test[-_]?token");

  private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e]+");

  private TokenText() {}

  /**
   * What is wrong with it, as the end of a message's key.
   *
   * @param name of the setting, which some write before its value once more
   */
  static Optional<String> mistake(String name, String token) {
    if (QUOTED.matcher(token).matches()) {
      return Optional.of(".quoted");
    }
    if (SCHEME.matcher(token).matches()) {
      return Optional.of(".scheme");
    }
    if (PLACEHOLDER.matcher(token).matches()) {
      return Optional.of(".placeholder");
    }
    if (token.startsWith(name + "=")) {
      return Optional.of(".name");
    }
    return WORD.matcher(token).matches() ? Optional.empty() : Optional.of("");
  }
}

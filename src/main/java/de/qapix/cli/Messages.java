package de.qapix.cli;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of qapix in the user's language: German where it was asked for, else English. */
public final class Messages {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  public Messages(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("de.qapix.cli.messages", locale, NO_FALLBACK);
  }

  /**
   * The language that a POSIX locale name asks for, e.g. {@code de_AT.UTF-8}; English where it is
   * empty or another one.
   */
  public static Locale locale(String posixName) {
    return posixName.toLowerCase(Locale.ROOT).startsWith("de") ? Locale.GERMAN : Locale.ENGLISH;
  }

  /** The message of this key, with the arguments put in as {@link MessageFormat} does it. */
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /** The shortest way to write a duration, with the decimal mark of the language: 25s, 1.5s. */
  public String duration(Duration duration) {
    return DurationConverter.text(duration, locale);
  }

  /** The message of this key; empty where there is none. */
  public Optional<String> find(String key, Object... arguments) {
    return bundle.containsKey(key) ? Optional.of(text(key, arguments)) : Optional.empty();
  }

  /** The texts of the commands' help, for picocli. */
  public ResourceBundle bundle() {
    return bundle;
  }
}

package de.qapix.cli;

import de.qapix.postgres.ConnectionSettings;
import de.qapix.postgres.DatabaseUrlException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A database's address as somebody has written it.
 *
 * @param source where it stands, e.g. {@code DATABASE_URL}, for messages
 * @param text may hold a password, so it is in no message
 */
public record DatabaseAddress(String source, String text) {

  /** Instead of a database's address: the embedded server. */
  private static final String EMBEDDED = "embedded";

  /** Whether it means the embedded server. */
  boolean isEmbedded() {
    return text.equals(EMBEDDED);
  }

  /**
   * How to connect.
   *
   * @throws WrongUseException when it cannot be used
   */
  ConnectionSettings settings(Map<String, String> environment) {
    return read(() -> ConnectionSettings.parse(text, environment));
  }

  /**
   * The same address, if everybody may see it.
   *
   * @param refusal the message's key where it holds a password
   */
  public DatabaseAddress withoutPassword(String refusal) {
    if (!isEmbedded() && read(() -> ConnectionSettings.holdsPassword(text))) {
      throw new WrongUseException(refusal, source);
    }
    return this;
  }

  private <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DatabaseUrlException wrong) {
      String key = "url." + wrong.kind().name().toLowerCase(Locale.ROOT);
      throw new WrongUseException(key, source, wrong.detail());
    }
  }

  @Override
  public String toString() {
    return source;
  }
}

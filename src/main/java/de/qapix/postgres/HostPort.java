package de.qapix.postgres;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's place.
 *
 * @param host a name, or an address; one of IPv6 in brackets
 */
record HostPort(String host, int port) {

  private static final int USUAL_PORT = 5432;
  private static final int LARGEST_PORT = 65_535;
  private static final Pattern SHAPE =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+(?:%[\\w.-]+)?\\]|[\\p{L}\\p{N}._-]*)(?::([^:]*))?");

  /** Reads places with commas between them; none is the usual one on this machine. */
  static List<HostPort> list(String hosts) {
    return Arrays.stream(hosts.split(",", -1)).map(HostPort::parse).toList();
  }

  private static HostPort parse(String place) {
    Matcher shape = SHAPE.matcher(place);
    if (!shape.matches()) {
      throw new DatabaseUrlException(DatabaseUrlException.Kind.HOST, "");
    }
    String host = shape.group(1).isEmpty() ? "localhost" : shape.group(1);
    return new HostPort(host, port(shape.group(2)));
  }

  /** The port of this text; the usual one where there is none. */
  static int port(String text) {
    if (text == null || text.isEmpty()) {
      return USUAL_PORT;
    }
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > LARGEST_PORT) {
      throw new DatabaseUrlException(DatabaseUrlException.Kind.PORT, "");
    }
    return port;
  }

  /** As short as an address has it. */
  String shortest() {
    return port == USUAL_PORT ? host : toString();
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}

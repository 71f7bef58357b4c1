package de.qapix.postgres;

import de.qapix.postgres.DatabaseUrlException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A database's address in one of the forms that people have: {@code postgres://}, {@code
 * postgresql://} or {@code jdbc:postgresql:}, with percent-escapes and with the parameters of
 * libpq, pgjdbc and Prisma. It is read strictly: what could be taken for something else, such as a
 * slash in a password, is refused, as it would end up in a host's or a parameter's name, and with
 * that in messages.
 *
 * @param hosts at least one, in the order in which they are tried
 * @param database empty for the one named like the user
 * @param parameters everything behind the question mark that is none of the others
 */
record DatabaseUrl(
    List<HostPort> hosts,
    String database,
    Optional<String> user,
    Optional<String> password,
    AddressParameters parameters) {

  private static final Pattern FORM =
      Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(.*)", Pattern.DOTALL);
  private static final Pattern SHORT_JDBC_FORM =
      Pattern.compile("jdbc:postgresql:([^/].*)?", Pattern.DOTALL);
  private static final Pattern PARTS =
      Pattern.compile("(?:([^@/?]*)@)?([^@/?]*)(?:/([^@/?&=]*))?(?:\\?([^@]*))?", Pattern.DOTALL);

  /**
   * @throws DatabaseUrlException when it is none of the forms, or could be meant in several ways
   */
  static DatabaseUrl parse(String url) {
    Matcher form = FORM.matcher(url);
    if (form.matches()) {
      return parts(url, form.group(1));
    }
    Matcher local = SHORT_JDBC_FORM.matcher(url);
    if (local.matches()) {
      return parts(url, "localhost/" + Optional.ofNullable(local.group(1)).orElse(""));
    }
    throw new DatabaseUrlException(Kind.FORM, "");
  }

  private static DatabaseUrl parts(String url, String rest) {
    if (url.chars().anyMatch(Character::isISOControl)) {
      throw new DatabaseUrlException(Kind.CHARACTER, "");
    }
    Matcher parts = PARTS.matcher(rest);
    if (!parts.matches() || rest.contains("#")) {
      throw new DatabaseUrlException(Kind.UNESCAPED, "");
    }
    AddressParameters parameters = AddressParameters.parse(parts.group(4));
    String[] login = parts.group(1) == null ? new String[0] : parts.group(1).split(":", 2);
    return new DatabaseUrl(
        hosts(parts.group(2), parameters),
        parameters.take("dbname").orElseGet(() -> PercentEncoding.decode(parts.group(3))),
        parameters.take("user").or(() -> given(login, 0)),
        parameters.take("password").or(() -> given(login, 1)),
        parameters);
  }

  /** Those of the parameters come first, as libpq has it. */
  private static List<HostPort> hosts(String authority, AddressParameters parameters) {
    List<HostPort> hosts =
        HostPort.list(
            parameters
                .take("host")
                .map(DatabaseUrl::network)
                .orElseGet(() -> network(PercentEncoding.decode(authority))));
    return parameters
        .take("port")
        .map(
            port ->
                hosts.stream().map(host -> new HostPort(host.host(), HostPort.port(port))).toList())
        .orElse(hosts);
  }

  private static String network(String hosts) {
    if (hosts.startsWith("/") || hosts.startsWith("@")) {
      throw new DatabaseUrlException(Kind.SOCKET, "");
    }
    return hosts;
  }

  private static Optional<String> given(String[] login, int place) {
    return login.length > place && !login[place].isEmpty()
        ? Optional.of(PercentEncoding.decode(login[place]))
        : Optional.empty();
  }

  /** Whether it holds a password, which then everybody on the machine could see in it. */
  boolean holdsPassword() {
    return password.isPresent() || parameters.has("sslpassword");
  }

  /** Without user, password and parameters. */
  @Override
  public String toString() {
    return "postgresql://"
        + hosts.stream().map(HostPort::shortest).collect(Collectors.joining(","))
        + "/"
        + database;
  }
}

package de.qapix.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Everything needed to connect: what pgjdbc is told, and the schema in which the two shared tables
 * live. Nothing that prints this shows the password.
 */
public final class ConnectionSettings {

  /** What Prisma and libpq call it, and what pgjdbc does. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("connect_timeout", "connectTimeout"),
          Map.entry("socket_timeout", "socketTimeout"),
          Map.entry("application_name", "ApplicationName"),
          Map.entry("gssencmode", "gssEncMode"),
          Map.entry("channel_binding", "channelBinding"),
          Map.entry("keepalives", "tcpKeepAlive"),
          Map.entry("require_auth", "requireAuth"));

  private static final Pattern UNQUOTABLE = Pattern.compile("[\"'$\\\\\0]|^$");
  private static final Set<String> UNDERSTOOD = Set.of("schema", "pgbouncer", "host");
  private static final Set<String> KNOWN =
      Stream.of(PGProperty.values()).map(PGProperty::getName).collect(Collectors.toSet());

  private final DatabaseUrl url;
  private final Properties properties = new Properties();
  private final List<String> dropped = new ArrayList<>();

  private ConnectionSettings(DatabaseUrl url, Map<String, String> environment) {
    this.url = url;
    Optional<String> user = url.user().or(() -> Optional.ofNullable(environment.get("PGUSER")));
    user.ifPresent(name -> properties.setProperty("user", name));
    Optional<String> password =
        url.password().or(() -> Optional.ofNullable(environment.get("PGPASSWORD")));
    password.ifPresent(word -> properties.setProperty("password", word));
    properties.setProperty("ApplicationName", "qapix");
    properties.setProperty("reWriteBatchedInserts", "true");
    // Prepared statements break behind a pooler in transaction mode, and no sync is faster for
    // them.
    properties.setProperty("prepareThreshold", "0");
    parameters().forEach(this::pass);
    if (UNQUOTABLE.matcher(sharedSchema()).find()) {
      throw new DatabaseUrlException(DatabaseUrlException.Kind.VALUE, "schema");
    }
  }

  /**
   * Reads an address.
   *
   * @param url {@code postgres://}, {@code postgresql://} or {@code jdbc:postgresql:}
   * @param environment where PGUSER and PGPASSWORD may stand; {@code ~/.pgpass} is the driver's
   * @throws DatabaseUrlException when the address cannot be used
   */
  public static ConnectionSettings parse(String url, Map<String, String> environment) {
    return new ConnectionSettings(DatabaseUrl.parse(url), environment);
  }

  /** What connects to a database of the embedded server. */
  public static ConnectionSettings of(
      String host, int port, String database, String user, String password) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("sslmode", "disable");
    parameters.put("gssEncMode", "disable");
    return new ConnectionSettings(
        new DatabaseUrl(
            host + ":" + port, database, Optional.of(user), Optional.of(password), parameters),
        Map.of());
  }

  /**
   * Whether this address holds a password.
   *
   * @throws DatabaseUrlException when it is no address
   */
  public static boolean holdsPassword(String url) {
    return DatabaseUrl.holdsPassword(url);
  }

  private Map<String, String> parameters() {
    return url.parameters();
  }

  private void pass(String name, String value) {
    if (name.equals("host")) {
      throw new DatabaseUrlException(DatabaseUrlException.Kind.SOCKET, name);
    }
    String ours = NAMES.getOrDefault(name, name);
    if (KNOWN.contains(ours)) {
      properties.setProperty(ours, value(ours, value));
    } else if (!UNDERSTOOD.contains(name)) {
      dropped.add(name);
    }
  }

  private static String value(String name, String value) {
    if (name.equals("tcpKeepAlive")) {
      return String.valueOf(!value.equals("0") && !value.equals("false"));
    }
    if (name.endsWith("Timeout") && !value.matches("\\d{1,6}")) {
      throw new DatabaseUrlException(DatabaseUrlException.Kind.VALUE, name);
    }
    return name.equals("sslmode") ? value.toLowerCase(Locale.ROOT) : value;
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://" + url.hosts() + "/" + escaped(url.database());
  }

  private static String escaped(String database) {
    return URLEncoder.encode(database, UTF_8);
  }

  /** For the driver; holds the password. */
  Properties properties() {
    return properties;
  }

  /** Opens a new connection each time. */
  PGSimpleDataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl());
    try {
      for (String name : properties.stringPropertyNames()) {
        source.setProperty(name, properties.getProperty(name));
      }
    } catch (SQLException unknown) {
      throw new IllegalStateException("only known properties are passed on", unknown);
    }
    return source;
  }

  /** The schema of the two shared tables. */
  public String sharedSchema() {
    return parameters().getOrDefault("schema", "public");
  }

  /** Parameters of the address that mean nothing to qapix, by name. */
  public List<String> dropped() {
    return List.copyOf(dropped);
  }

  /** Host, port and database, for messages. */
  @Override
  public String toString() {
    return url.toString();
  }
}

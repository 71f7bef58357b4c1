package de.qapix.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.postgres.DatabaseUrlException.Kind;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.PGProperty;

/**
 * Everything needed to connect: what pgjdbc is told, and the schema in which the two shared tables
 * live. Nothing that prints this shows the password.
 */
public final class ConnectionSettings {

  /** How long a server may take to let us in, where the address says nothing of it. */
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

  private static final Pattern UNQUOTABLE = Pattern.compile("[\"'$\\\\\0]|^$");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
  private static final Set<String> YES = Set.of("true", "1", "on", "yes");
  private static final Set<String> NO = Set.of("false", "0", "off", "no");

  private final DatabaseUrl url;
  private final Properties properties;
  private final String schema;
  private final Duration timeout;
  private final HostChoice choice;
  private final boolean pooled;
  private final Optional<ConnectionSettings> plain;

  private ConnectionSettings(DatabaseUrl url, Map<String, String> environment) {
    this.url = url;
    AddressParameters parameters = url.parameters();
    this.properties = TlsParameters.take(parameters, environment);
    this.choice = HostChoice.take(parameters);
    this.timeout =
        parameters
            .take("connect_timeout")
            .or(() -> parameters.take("connectTimeout"))
            .map(value -> seconds("connect_timeout", value))
            .orElse(USUAL_TIMEOUT);
    this.schema = parameters.takeEvenEmpty("schema").orElse("public");
    if (UNQUOTABLE.matcher(schema).find()) {
      throw new DatabaseUrlException(Kind.VALUE, "schema");
    }
    this.pooled = parameters.take("pgbouncer").filter(YES::contains).isPresent();
    this.plain = Optional.empty();
    List.of("uselibpqcompat", "connectTimeout").forEach(parameters::take);
    login(environment);
    properties.setProperty("authenticationPluginClassName", PasswordPlugin.class.getName());
    properties.setProperty("ApplicationName", "qapix");
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("tcpKeepAlive", "true");
    // So that the driver says all that with which a session begins at once.
    properties.setProperty("assumeMinServerVersion", "13");
    // Prepared statements break behind a pooler in transaction mode, and no sync is faster for
    // them.
    properties.setProperty("prepareThreshold", "0");
    parameters.rest().forEach(this::pass);
  }

  private ConnectionSettings(
      ConnectionSettings other, Properties properties, Optional<ConnectionSettings> plain) {
    this.url = other.url;
    this.properties = properties;
    this.schema = other.schema;
    this.timeout = other.timeout;
    this.choice = other.choice;
    this.pooled = other.pooled;
    this.plain = plain;
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
    return new ConnectionSettings(
        new DatabaseUrl(
            List.of(new HostPort(host, port)),
            database,
            Optional.of(user),
            Optional.of(password),
            AddressParameters.parse("sslmode=disable&gssEncMode=disable")),
        Map.of());
  }

  /**
   * Whether this address holds a password.
   *
   * @throws DatabaseUrlException when it is no address
   */
  public static boolean holdsPassword(String url) {
    return DatabaseUrl.parse(url).holdsPassword();
  }

  private void login(Map<String, String> environment) {
    url.user()
        .or(() -> Optional.ofNullable(environment.get("PGUSER")))
        .ifPresent(name -> PGProperty.USER.set(properties, name));
    url.password()
        .or(() -> Optional.ofNullable(environment.get("PGPASSWORD")))
        .filter(word -> !word.isEmpty())
        .ifPresent(word -> PGProperty.PASSWORD.set(properties, word));
  }

  private void pass(String name, String value) {
    if (ParameterNames.isUnsupported(name)) {
      throw new DatabaseUrlException(Kind.UNSUPPORTED, name);
    }
    if (ParameterNames.isHarmless(name)) {
      url.parameters().ignore(name);
      return;
    }
    PGProperty property = ParameterNames.property(name);
    property.set(properties, value(property, name, value));
  }

  /** The driver would show a wrong value, or take it for another one. */
  private static String value(PGProperty property, String name, String value) {
    String usual = Optional.ofNullable(property.getDefaultValue()).orElse("");
    if (usual.equals("true") || usual.equals("false")) {
      return String.valueOf(flag(name, value));
    }
    if (name.endsWith("imeout")) {
      return Long.toString(seconds(name, value).toSeconds());
    }
    if (NUMBER.matcher(usual).matches() && !NUMBER.matcher(value).matches()) {
      throw new DatabaseUrlException(Kind.VALUE, name);
    }
    String[] choices = property.getChoices();
    if (choices != null && !List.of(choices).containsAll(Arrays.asList(value.split(",", -1)))) {
      throw new DatabaseUrlException(Kind.VALUE, name);
    }
    return value;
  }

  private static boolean flag(String name, String value) {
    if (!YES.contains(value) && !NO.contains(value)) {
      throw new DatabaseUrlException(Kind.VALUE, name);
    }
    return YES.contains(value);
  }

  private static Duration seconds(String name, String value) {
    if (!SECONDS.matcher(value).matches()) {
      throw new DatabaseUrlException(Kind.VALUE, name);
    }
    return Duration.ofSeconds(Long.parseLong(value));
  }

  /**
   * The same, with sessions that wait no longer for a lock. Not behind a pooler: a session there is
   * not ours.
   */
  public ConnectionSettings waitingForLocks(Duration longest) {
    if (pooled) {
      return this;
    }
    String wanted = Objects.requireNonNullElse(PGProperty.OPTIONS.getOrDefault(properties), "");
    String all = "-c lock_timeout=" + longest.toMillis() + " " + wanted;
    return new ConnectionSettings(
        this, changed(PGProperty.OPTIONS, all.strip()), Optional.of(this));
  }

  /** The same without what the address does not ask for, if there is something. */
  Optional<ConnectionSettings> asTheAddressSays() {
    return plain;
  }

  /** The same with a property of the driver. */
  ConnectionSettings with(PGProperty property, String value) {
    return new ConnectionSettings(
        this, changed(property, value), plain.map(other -> other.with(property, value)));
  }

  private Properties changed(PGProperty property, String value) {
    Properties changed = properties();
    property.set(changed, value);
    return changed;
  }

  /** Where the driver finds the database on one of the hosts. */
  String jdbcUrl(HostPort host) {
    return "jdbc:postgresql://" + host + "/" + URLEncoder.encode(url.database(), UTF_8);
  }

  /** For the driver; holds the password. */
  Properties properties() {
    Properties copy = new Properties();
    copy.putAll(properties);
    return copy;
  }

  /** The hosts, each with the kind of server it has to be, in the order in which to try them. */
  List<HostChoice.Candidate> candidates() {
    return choice.order(url.hosts());
  }

  /** How long each host may take to let us in; zero for as long as it likes. */
  Duration timeout() {
    return timeout;
  }

  /** The schema of the two shared tables. */
  public String sharedSchema() {
    return schema;
  }

  /** The database's name; where the address has none, it is named like the user. */
  public String database() {
    return url.database().isEmpty()
        ? properties.getProperty("user", System.getProperty("user.name"))
        : url.database();
  }

  /** Where the server is: each host with its port. */
  public String servers() {
    return String.join(", ", url.hosts().stream().map(HostPort::toString).toList());
  }

  /** Parameters of the address that have no effect, by names that everybody knows. */
  public List<String> dropped() {
    return url.parameters().ignored();
  }

  /**
   * Parameters of the address that nobody knows, by their numbers from 1: what stands there may be
   * a piece of a password.
   */
  public List<Integer> unknown() {
    return url.parameters().unknown();
  }

  /** Host, port and database, for messages. */
  @Override
  public String toString() {
    return url.toString();
  }
}

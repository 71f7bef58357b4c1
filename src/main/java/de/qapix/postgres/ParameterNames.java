package de.qapix.postgres;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGProperty;

/**
 * The parameters that an address may have: those of libpq (PostgreSQL's manual, "Parameter Key
 * Words"), pgjdbc, Prisma and node-postgres, and of what people put in between.
 */
final class ParameterNames {

  private static final Map<String, PGProperty> OF_THE_DRIVER =
      Stream.of(PGProperty.values())
          .collect(Collectors.toUnmodifiableMap(PGProperty::getName, Function.identity()));

  /** What libpq and Prisma call it, and what the driver does. */
  private static final Map<String, String> TRANSLATED =
      Map.ofEntries(
          Map.entry("socket_timeout", "socketTimeout"),
          Map.entry("application_name", "ApplicationName"),
          Map.entry("gssencmode", "gssEncMode"),
          Map.entry("krbsrvname", "kerberosServerName"),
          Map.entry("channel_binding", "channelBinding"),
          Map.entry("keepalives", "tcpKeepAlive"),
          Map.entry("require_auth", "requireAuth"));

  /** What {@link DatabaseUrl}, {@link ConnectionSettings} and {@link TlsParameters} deal with. */
  private static final Set<String> OURS =
      Set.of(
          "user",
          "password",
          "host",
          "port",
          "dbname",
          "schema",
          "pgbouncer",
          "uselibpqcompat",
          "connect_timeout",
          "connectTimeout",
          "target_session_attrs",
          "targetServerType",
          "load_balance_hosts",
          "loadBalanceHosts",
          "sslnegotiation",
          "sslNegotiation",
          "sslaccept",
          "sslidentity",
          "sslcertmode",
          "ssl_min_protocol_version");

  /** Whatever they promise, they cannot be kept, and without them another server may be reached. */
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "service",
          "servicefile",
          "hostaddr",
          "requiressl",
          "sslcrl",
          "sslcrldir",
          "scram_client_key",
          "scram_server_key",
          "socketFactory",
          "socketFactoryArg",
          "sslfactoryarg",
          "sslhostnameverifier",
          "sslpasswordcallback",
          "authenticationPluginClassName",
          "connectExecutor",
          "connectExecutorArg",
          "PGHOST",
          "PGPORT",
          "PGDBNAME");

  /** Without meaning for qapix, and harmless to leave out. */
  private static final Set<String> HARMLESS =
      Set.of(
          "client_encoding",
          "encoding",
          "charSet",
          "fallback_application_name",
          "keepalives_idle",
          "keepalives_interval",
          "keepalives_count",
          "tcp_user_timeout",
          "requirepeer",
          "passfile",
          "replication",
          "protocolVersion",
          "allowEncodingChanges",
          "hostRecheckSeconds",
          "loginTimeout",
          "loggerLevel",
          "loggerFile",
          "xmlFactoryFactory",
          "sslcompression",
          "sslsni",
          "sslkeylogfile",
          "ssl_max_protocol_version",
          "min_protocol_version",
          "max_protocol_version",
          "gssdelegation",
          "connection_limit",
          "pool_timeout",
          "statement_cache_size",
          "single_use_connections",
          "max_connection_lifetime",
          "max_idle_connection_lifetime",
          "statement_timeout",
          "query_timeout",
          "lock_timeout",
          "idle_in_transaction_session_timeout",
          "search_path",
          "pool_max_conns",
          "pool_min_conns",
          "pool_max_conn_lifetime",
          "pool_max_conn_idle_time",
          "default_query_exec_mode",
          "statement_cache_capacity",
          "prepared_statement_cache_size",
          "conn_max_age",
          "supa",
          "workaround");

  private ParameterNames() {}

  static boolean isKnown(String name) {
    return OF_THE_DRIVER.containsKey(name)
        || TRANSLATED.containsKey(name)
        || OURS.contains(name)
        || UNSUPPORTED.contains(name)
        || HARMLESS.contains(name);
  }

  /** Whether it must not be left out, and cannot be followed. */
  static boolean isUnsupported(String name) {
    return UNSUPPORTED.contains(name);
  }

  static boolean isHarmless(String name) {
    return HARMLESS.contains(name);
  }

  /** The driver's property of this name, or of the one that the driver has for it. */
  static PGProperty property(String name) {
    return OF_THE_DRIVER.get(TRANSLATED.getOrDefault(name, name));
  }
}

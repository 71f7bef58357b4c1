package de.qapix.postgres;

import de.qapix.postgres.DatabaseUrlException.Kind;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.postgresql.PGProperty;

/**
 * How safe a connection has to be, as libpq, Prisma and node-postgres say it, in the words of the
 * driver. Never less than was asked for: a root certificate without a mode demands a check, as
 * {@code sslmode=require} does where there is one (libpq), which the driver would not do.
 */
final class TlsParameters {

  private static final String DISABLE = "disable";
  private static final String REQUIRE = "require";
  private static final String VERIFY_CA = "verify-ca";
  private static final String VERIFY_FULL = "verify-full";
  private static final List<String> FROM_WEAK_TO_STRONG =
      List.of(DISABLE, "allow", "prefer", REQUIRE, VERIFY_CA, VERIFY_FULL);

  /** The certificates that the Java in use trusts, as libpq calls those of the machine. */
  private static final String SYSTEM = "system";

  private static final String SYSTEM_FACTORY = "org.postgresql.ssl.DefaultJavaSSLFactory";
  private static final String UNCHECKED_FACTORY = "org.postgresql.ssl.NonValidatingFactory";
  private static final String USUAL_FACTORY = "org.postgresql.ssl.LibPQFactory";
  private static final Set<String> VERSIONS_BELOW_JAVA = Set.of("TLSv1", "TLSv1.1", "TLSv1.2");

  private final AddressParameters parameters;
  private final Map<String, String> environment;
  private Optional<String> mode;
  private Optional<String> root;
  private String rootName = "sslrootcert";
  private boolean unchecked;

  private TlsParameters(AddressParameters parameters, Map<String, String> environment) {
    this.parameters = parameters;
    this.environment = environment;
    this.mode = parameters.take("sslmode").map(value -> value.toLowerCase(Locale.ROOT));
    this.root = parameters.take("sslrootcert");
  }

  /**
   * Takes what is about safety, and says it in the driver's words.
   *
   * @param environment names the home folder, where the usual root certificate is
   */
  static Properties take(AddressParameters parameters, Map<String, String> environment) {
    return new TlsParameters(parameters, environment).properties();
  }

  private Properties properties() {
    readMode();
    readCertificates();
    readFactory();
    readSsl();
    readAccept();
    readVersion();
    boolean system = root.equals(Optional.of(SYSTEM));
    settle(system);
    Properties properties = new Properties();
    mode.ifPresent(value -> PGProperty.SSL_MODE.set(properties, value));
    if (system) {
      PGProperty.SSL_FACTORY.set(properties, SYSTEM_FACTORY);
      List.of("sslcert", "sslkey", "sslpassword").forEach(parameters::ignore);
    } else {
      root.ifPresent(file -> PGProperty.SSL_ROOT_CERT.set(properties, file));
      client(properties);
    }
    negotiation(properties);
    return properties;
  }

  private void readMode() {
    if (mode.equals(Optional.of("no-verify"))) {
      mode = Optional.of(REQUIRE);
      unchecked = true;
    }
    if (mode.isPresent() && !FROM_WEAK_TO_STRONG.contains(mode.get())) {
      throw new DatabaseUrlException(Kind.VALUE, "sslmode");
    }
  }

  /** What Prisma calls sslcert is the root certificate; what libpq does goes with a key. */
  private void readCertificates() {
    boolean prisma = parameters.has("sslidentity") || parameters.has("sslaccept") || root.isEmpty();
    if (prisma && !parameters.has("sslkey")) {
      Optional<String> certificate = parameters.take("sslcert");
      if (root.isEmpty()) {
        root = certificate;
        rootName = "sslcert";
      } else {
        certificate.ifPresent(unused -> parameters.hasNoEffect("sslcert"));
      }
    }
    root.filter(file -> !file.equals(SYSTEM)).ifPresent(file -> readable(rootName, file));
  }

  private void readFactory() {
    Optional<String> factory = parameters.take("sslfactory");
    if (factory.isEmpty() || factory.get().equals(USUAL_FACTORY)) {
      return;
    }
    switch (factory.get()) {
      case SYSTEM_FACTORY -> root = root.or(() -> Optional.of(SYSTEM));
      case UNCHECKED_FACTORY -> {
        if (mode.filter(value -> !isWeaker(value, VERIFY_CA)).isPresent()) {
          throw new DatabaseUrlException(Kind.CONTRADICTION, "sslfactory, sslmode");
        }
        unchecked = true;
        mode = mode.or(() -> Optional.of(REQUIRE));
        parameters.takeEvenEmpty("ssl");
      }
      default -> throw new DatabaseUrlException(Kind.UNSUPPORTED, "sslfactory");
    }
  }

  /** The parameter of pgjdbc and node-postgres. */
  private void readSsl() {
    Optional<String> ssl = parameters.takeEvenEmpty("ssl");
    if (ssl.isEmpty()) {
      return;
    }
    switch (ssl.get().toLowerCase(Locale.ROOT)) {
      case "", "true", "1" -> {
        atLeast(REQUIRE, "ssl, sslmode");
        if (mode.isEmpty()) {
          mode = Optional.of(VERIFY_FULL);
          root = root.or(() -> usualRoot()).or(() -> Optional.of(SYSTEM));
        }
      }
      case "no-verify" -> {
        atLeast(REQUIRE, "ssl, sslmode");
        unchecked = unchecked || mode.isEmpty();
        mode = mode.or(() -> Optional.of(REQUIRE));
      }
      case "false", "0" -> {}
      default -> throw new DatabaseUrlException(Kind.VALUE, "ssl");
    }
  }

  /** Prisma's parameter. */
  private void readAccept() {
    Optional<String> accept = parameters.take("sslaccept");
    if (accept.isEmpty()) {
      return;
    }
    switch (accept.get()) {
      case "strict" -> {
        if (mode.equals(Optional.of(DISABLE)) || unchecked) {
          throw new DatabaseUrlException(Kind.CONTRADICTION, "sslaccept, sslmode");
        }
        mode = Optional.of(VERIFY_FULL);
        root = root.or(() -> Optional.of(SYSTEM));
      }
      case "accept_invalid_certs" -> {
        if (mode.filter(value -> !isWeaker(value, VERIFY_CA)).isPresent()) {
          parameters.hasNoEffect("sslaccept");
        } else {
          unchecked = true;
          mode = mode.or(() -> Optional.of(REQUIRE));
        }
      }
      default -> throw new DatabaseUrlException(Kind.VALUE, "sslaccept");
    }
  }

  /** Java itself speaks nothing older than TLS 1.2. */
  private void readVersion() {
    Optional<String> version = parameters.take("ssl_min_protocol_version");
    if (version.isPresent() && !VERSIONS_BELOW_JAVA.contains(version.get())) {
      throw new DatabaseUrlException(Kind.UNSUPPORTED, "ssl_min_protocol_version");
    }
    Optional<String> client = parameters.take("sslcertmode");
    if (client.equals(Optional.of(REQUIRE))) {
      throw new DatabaseUrlException(Kind.UNSUPPORTED, "sslcertmode");
    }
    client.ifPresent(unused -> parameters.hasNoEffect("sslcertmode"));
  }

  private void atLeast(String least, String names) {
    if (mode.isPresent() && isWeaker(mode.get(), least)) {
      throw new DatabaseUrlException(Kind.CONTRADICTION, names);
    }
  }

  private static boolean isWeaker(String one, String other) {
    return FROM_WEAK_TO_STRONG.indexOf(one) < FROM_WEAK_TO_STRONG.indexOf(other);
  }

  /** Brings mode and root certificate together. */
  private void settle(boolean system) {
    if (system && !unchecked) {
      if (mode.isPresent() && isWeaker(mode.get(), VERIFY_FULL)) {
        throw new DatabaseUrlException(Kind.WEAK_ROOT, "");
      }
      mode = Optional.of(VERIFY_FULL);
    }
    if (root.isPresent() && mode.isEmpty()) {
      mode = Optional.of(VERIFY_CA);
    }
    if (root.isPresent() && (unchecked || isWeaker(mode.get(), REQUIRE))) {
      root = Optional.empty();
      parameters.hasNoEffect(rootName);
    }
    if (mode.isEmpty() || isWeaker(mode.get(), REQUIRE) || unchecked) {
      return;
    }
    root = root.or(this::usualRoot);
    if (mode.get().equals(REQUIRE) && root.isPresent()) {
      mode = Optional.of(VERIFY_CA);
    }
    if (root.isEmpty() && !mode.get().equals(REQUIRE)) {
      throw new DatabaseUrlException(Kind.NO_ROOT, "");
    }
  }

  /** Where libpq looks. */
  private Optional<String> usualRoot() {
    return Optional.ofNullable(environment.get("HOME"))
        .map(home -> Path.of(home, ".postgresql", "root.crt"))
        .filter(Files::isReadable)
        .map(Path::toString);
  }

  /** Prisma keeps certificate and key in one file. */
  private void client(Properties properties) {
    Optional<String> identity = parameters.take("sslidentity");
    if (identity.isPresent() && parameters.has("sslkey")) {
      throw new DatabaseUrlException(Kind.CONTRADICTION, "sslidentity, sslkey");
    }
    if (identity.isPresent()
        && !identity.get().toLowerCase(Locale.ROOT).matches(".*\\.(p12|pfx)")) {
      throw new DatabaseUrlException(Kind.VALUE, "sslidentity");
    }
    identity.ifPresent(file -> PGProperty.SSL_KEY.set(properties, readable("sslidentity", file)));
    parameters
        .take("sslkey")
        .ifPresent(file -> PGProperty.SSL_KEY.set(properties, readable("sslkey", file)));
    parameters
        .take("sslcert")
        .ifPresent(file -> PGProperty.SSL_CERT.set(properties, readable("sslcert", file)));
  }

  private static String readable(String name, String file) {
    try {
      if (Files.isReadable(Path.of(file)) && !Files.isDirectory(Path.of(file))) {
        return file;
      }
    } catch (InvalidPathException noPath) {
      throw new DatabaseUrlException(Kind.FILE, name);
    }
    throw new DatabaseUrlException(Kind.FILE, name);
  }

  /** TLS from the first byte, which libpq allows only where TLS is required. */
  private void negotiation(Properties properties) {
    Optional<String> negotiation =
        parameters.take("sslnegotiation").or(() -> parameters.take("sslNegotiation"));
    if (negotiation.isEmpty() || negotiation.get().equals("postgres")) {
      return;
    }
    if (!negotiation.get().equals("direct")) {
      throw new DatabaseUrlException(Kind.VALUE, "sslnegotiation");
    }
    if (mode.isEmpty() || isWeaker(mode.get(), REQUIRE)) {
      throw new DatabaseUrlException(Kind.CONTRADICTION, "sslnegotiation, sslmode");
    }
    PGProperty.SSL_NEGOTIATION.set(properties, "direct");
  }
}

package de.qapix.checks.text;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The clients of databases through which applications send their queries. */
public enum Library {
  PG(Server.POSTGRES, "pg pg-promise pg-native @electric-sql/pglite"),
  POSTGRES_JS(Server.POSTGRES, "postgres"),
  SLONIK(Server.POSTGRES, "slonik"),
  NEON(Server.POSTGRES, "@neondatabase/serverless"),
  VERCEL(Server.POSTGRES, "@vercel/postgres"),
  PRISMA(Server.SEVERAL, "@prisma/client"),
  DRIZZLE(Server.SEVERAL, "drizzle-orm"),
  KYSELY(Server.SEVERAL, "kysely"),
  KNEX(Server.SEVERAL, "knex"),
  TYPEORM(Server.SEVERAL, "typeorm"),
  SEQUELIZE(Server.SEVERAL, "sequelize @sequelize/core"),
  MYSQL("mysql mysql2 mariadb @planetscale/database", "mysql mariadb planetscale"),
  SQLITE(
      "better-sqlite3 sqlite3 sqlite bun:sqlite node:sqlite expo-sqlite sql.js @libsql/client",
      "sqlite libsql turso d1"),
  CLICKHOUSE("@clickhouse/client @clickhouse/client-web clickhouse", "clickhouse ch"),
  MSSQL("mssql tedious", "mssql tsql sqlserver"),
  SNOWFLAKE("snowflake-sdk", "snowflake"),
  BIGQUERY("@google-cloud/bigquery", "bigquery"),
  ORACLE("oracledb", "oracledb"),
  DUCKDB("duckdb @duckdb/node-api", "duckdb motherduck"),
  ALASQL("alasql", "alasql"),
  CASSANDRA("cassandra-driver", "cassandra cql"),
  SALESFORCE("jsforce", "soql"),
  POSTHOG("", "hogql");

  private static final Map<String, Library> BY_PACKAGE =
      Arrays.stream(values())
          .flatMap(
              library ->
                  Arrays.stream(library.packages.split(" ", -1))
                      .filter(name -> !name.isEmpty())
                      .map(name -> Map.entry(name, library)))
          .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** The words that tell of another database. */
  private static final Map<String, Library> OTHERS =
      Arrays.stream(values())
          .filter(Library::isOther)
          .flatMap(
              library ->
                  Arrays.stream(library.words.split(" ", -1)).map(word -> Map.entry(word, library)))
          .collect(
              toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (first, next) -> first));

  /** Such as the last digit of {@code mysql2}. */
  private static final Pattern VERSION = Pattern.compile("(?<=[a-z]{3})\\d+$");

  private static final Pattern HUMP =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Set<String> OF_POSTGRES =
      Set.of("postgres", "postgresql", "pg", "psql", "prisma");
  private static final int LONGEST = 3;

  private final Server server;

  /** Their names, with blanks between. */
  private final String packages;

  /** The words by which names tell that they have to do with it, with blanks between. */
  private final String words;

  Library(Server server, String packages) {
    this(server, packages, "");
  }

  /** One that never talks to PostgreSQL. */
  Library(String packages, String words) {
    this(Server.OTHER, packages, words);
  }

  Library(Server server, String packages, String words) {
    this.server = server;
    this.packages = packages;
    this.words = words;
  }

  /** What a library talks to. */
  private enum Server {
    POSTGRES,
    SEVERAL,
    OTHER
  }

  /** The library that a package of npm is. */
  public static Optional<Library> ofPackage(String name) {
    return Optional.ofNullable(BY_PACKAGE.get(name));
  }

  /**
   * The other database that a name tells of, such as {@code queryClickHouse}; nothing where it
   * tells of PostgreSQL too.
   */
  public static Optional<Library> otherNamedIn(String name) {
    List<String> told = words(name);
    return told.stream().anyMatch(OF_POSTGRES::contains)
        ? Optional.empty()
        : told.stream().flatMap(word -> other(word).stream()).findFirst();
  }

  /** The same of a path: the last of its parts that tells of any database counts. */
  public static Optional<Library> otherNamedInPath(String path) {
    List<String> parts = Arrays.asList(path.split("/", -1));
    for (int last = parts.size() - 1; last >= 0; last--) {
      List<String> told = words(parts.get(last));
      boolean any =
          told.stream().anyMatch(word -> OF_POSTGRES.contains(word) || other(word).isPresent());
      if (any) {
        return otherNamedIn(parts.get(last));
      }
    }
    return Optional.empty();
  }

  /** Its words in small letters, and what neighbours make together: {@code Click} and House. */
  private static List<String> words(String name) {
    List<String> parts = List.of(HUMP.split(name));
    List<String> words = new ArrayList<>();
    for (int first = 0; first < parts.size(); first++) {
      for (int end = first + 1; end <= Math.min(parts.size(), first + LONGEST); end++) {
        words.add(String.join("", parts.subList(first, end)).toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  private static Optional<Library> other(String word) {
    return Optional.ofNullable(OTHERS.get(VERSION.matcher(word).replaceFirst("")));
  }

  /** Whether it talks to PostgreSQL and to nothing else. */
  public boolean isPostgres() {
    return server == Server.POSTGRES;
  }

  /** Whether it never talks to PostgreSQL. */
  public boolean isOther() {
    return server == Server.OTHER;
  }

  /** Whether its templates put a parameter in the place of each value. */
  public boolean bindsValues() {
    return switch (this) {
      case PRISMA, POSTGRES_JS, SLONIK, DRIZZLE, KYSELY, NEON, VERCEL -> true;
      default -> false;
    };
  }
}

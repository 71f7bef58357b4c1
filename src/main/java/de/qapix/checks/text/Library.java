package de.qapix.checks.text;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The clients of databases through which applications send their queries. */
public enum Library {
  PG(Server.POSTGRES, "pg pg-promise"),
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
  MYSQL(Server.OTHER, "mysql mysql2 mariadb @planetscale/database"),
  SQLITE(
      Server.OTHER,
      "better-sqlite3 sqlite3 sqlite bun:sqlite node:sqlite expo-sqlite sql.js @libsql/client"),
  CLICKHOUSE(Server.OTHER, "@clickhouse/client @clickhouse/client-web clickhouse"),
  MSSQL(Server.OTHER, "mssql tedious"),
  SNOWFLAKE(Server.OTHER, "snowflake-sdk"),
  BIGQUERY(Server.OTHER, "@google-cloud/bigquery"),
  ORACLE(Server.OTHER, "oracledb"),
  DUCKDB(Server.OTHER, "duckdb @duckdb/node-api"),
  ALASQL(Server.OTHER, "alasql"),
  CASSANDRA(Server.OTHER, "cassandra-driver");

  private static final Map<String, Library> BY_PACKAGE =
      Arrays.stream(values())
          .flatMap(
              library ->
                  Arrays.stream(library.packages.split(" ", -1))
                      .map(name -> Map.entry(name, library)))
          .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final Server server;

  /** Their names, with blanks between. */
  private final String packages;

  Library(Server server, String packages) {
    this.server = server;
    this.packages = packages;
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

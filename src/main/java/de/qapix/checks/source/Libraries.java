package de.qapix.checks.source;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Modules;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.javascript.SqlHints;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which client of which database a query is meant for. */
final class Libraries {

  private static final Map<String, String> BY_IMPORT =
      Map.ofEntries(
          Map.entry("pg", "pg"),
          Map.entry("pg-promise", "pg"),
          Map.entry("postgres", "postgres"),
          Map.entry("@prisma/client", "prisma"),
          Map.entry("drizzle-orm", "drizzle"),
          Map.entry("kysely", "kysely"),
          Map.entry("slonik", "slonik"),
          Map.entry("knex", "knex"),
          Map.entry("typeorm", "typeorm"),
          Map.entry("sequelize", "sequelize"),
          Map.entry("@sequelize/core", "sequelize"),
          Map.entry("@neondatabase/serverless", "neon"),
          Map.entry("@vercel/postgres", "vercel"),
          Map.entry("mysql", "mysql"),
          Map.entry("mysql2", "mysql"),
          Map.entry("mariadb", "mysql"),
          Map.entry("@planetscale/database", "mysql"),
          Map.entry("better-sqlite3", "sqlite"),
          Map.entry("sqlite3", "sqlite"),
          Map.entry("sqlite", "sqlite"),
          Map.entry("bun:sqlite", "sqlite"),
          Map.entry("node:sqlite", "sqlite"),
          Map.entry("expo-sqlite", "sqlite"),
          Map.entry("sql.js", "sqlite"),
          Map.entry("@libsql/client", "sqlite"),
          Map.entry("@clickhouse/client", "clickhouse"),
          Map.entry("@clickhouse/client-web", "clickhouse"),
          Map.entry("clickhouse", "clickhouse"),
          Map.entry("mssql", "mssql"),
          Map.entry("tedious", "mssql"),
          Map.entry("snowflake-sdk", "snowflake"),
          Map.entry("@google-cloud/bigquery", "bigquery"),
          Map.entry("oracledb", "oracle"),
          Map.entry("duckdb", "duckdb"),
          Map.entry("@duckdb/node-api", "duckdb"),
          Map.entry("alasql", "alasql"),
          Map.entry("cassandra-driver", "cassandra"));

  private static final int FARTHEST = 5;

  private final ParsedFile module;
  private final Modules modules;
  private final Set<String> imported = new LinkedHashSet<>();

  Libraries(ParsedFile module, Modules modules) {
    this.module = module;
    this.modules = modules;
    module.importedFiles().forEach(file -> ofFile(file).ifPresent(imported::add));
  }

  private static Optional<String> ofFile(String file) {
    String name = file;
    while (!BY_IMPORT.containsKey(name) && name.lastIndexOf('/') > 0) {
      String rest = name.substring(name.lastIndexOf('/') + 1);
      if (name.startsWith("drizzle-orm/")) {
        return Optional.of(
            rest.contains("mysql") || rest.contains("planetscale")
                ? "mysql"
                : rest.contains("sqlite") || rest.contains("libsql") ? "sqlite" : "drizzle");
      }
      name = name.substring(0, name.lastIndexOf('/'));
    }
    return Optional.ofNullable(BY_IMPORT.get(name));
  }

  /**
   * The one whose function or tag it is; else the only one that the file imports.
   *
   * @param sender the function that sends the query, its tag, or null
   */
  Optional<String> of(Node sender) {
    Optional<String> named =
        sender == null ? Optional.empty() : byName(sender).or(() -> byRoot(sender));
    return named.or(
        () -> imported.size() == 1 ? Optional.of(imported.iterator().next()) : Optional.empty());
  }

  private static Optional<String> byName(Node sender) {
    String name = SqlHints.last(sender).orElse("");
    boolean prisma =
        name.startsWith("$query")
            || name.startsWith("$execute")
            || SqlHints.owner(sender).equals("Prisma");
    return prisma ? Optional.of("prisma") : Optional.empty();
  }

  /**
   * By where its root comes from: an import, or what is made by something imported, perhaps in
   * another file.
   */
  private Optional<String> byRoot(Node sender) {
    ParsedFile at = module;
    Optional<Node.Name> root = SqlHints.root(sender);
    for (int i = 0; i < FARTHEST && root.isPresent(); i++) {
      Binding binding = root.get().scope().find(root.get().name());
      if (binding == null) {
        return Optional.empty();
      }
      ParsedFile.Import file = at.imports().get(binding);
      if (file == null) {
        root = binding.initial() == null ? Optional.empty() : SqlHints.root(binding.initial());
        continue;
      }
      Optional<String> library = ofFile(file.file());
      if (library.isPresent()) {
        return library;
      }
      ParsedFile importing = at;
      Optional<Modules.Export> export =
          modules.find(importing, file.file()).flatMap(other -> modules.export(other, file.name()));
      at = export.map(Modules.Export::module).orElse(at);
      root = export.flatMap(found -> SqlHints.root(found.node()));
    }
    return Optional.empty();
  }
}

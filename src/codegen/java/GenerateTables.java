import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.codegen.GenerationTool;
import org.jooq.impl.DSL;
import org.jooq.meta.Definition;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the jOOQ classes of the tables that the migrations make, run by Maven in generate-sources:
 * {@code java GenerateTables.java <migrations> <target folder> <jOOQ version>}. Does nothing when
 * neither the migrations nor this file nor jOOQ have changed since the last time.
 */
final class GenerateTables {

  public static void main(String[] arguments) throws Exception {
    Path migrations = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Path stamp = target.resolve("generated-from.sha256");
    String now = hash(migrations, arguments[2]);
    if (Files.exists(stamp) && Files.readString(stamp).equals(now)) {
      return;
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      Flyway.configure()
          .dataSource(server.getPostgresDatabase())
          .locations("filesystem:" + migrations)
          .schemas("qapix")
          .placeholders(Map.of("shared", "public"))
          .load()
          .migrate();
      GenerationTool tool = new GenerationTool();
      tool.setClassLoader(GenerateTables.class.getClassLoader());
      tool.run(configuration(server.getJdbcUrl("postgres", "postgres"), target));
      Files.writeString(
          target.resolve("de/qapix/db/ShippedMigration.java"),
          shipped(DSL.using(server.getPostgresDatabase(), SQLDialect.POSTGRES)));
    }
    Files.writeString(stamp, now);
  }

  private static Configuration configuration(String url, Path target) {
    return new Configuration()
        .withJdbc(new Jdbc().withUrl(url))
        .withGenerator(
            new Generator()
                .withStrategy(new Strategy().withName(SnakeCase.class.getName()))
                .withGenerate(
                    new Generate()
                        .withDaos(false)
                        .withPojos(false)
                        .withRecords(true)
                        .withRoutines(false)
                        .withGlobalObjectReferences(false)
                        .withGeneratedAnnotation(false))
                .withDatabase(
                    new Database()
                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                        .withSchemata(
                            new SchemaMappingType().withInputSchema("public"),
                            new SchemaMappingType().withInputSchema("qapix"))
                        .withExcludes("flyway_schema_history")
                        .withIncludeRoutines(false)
                        .withForcedTypes(
                            new ForcedType()
                                .withName("INSTANT")
                                .withIncludeTypes("(?i:timestamptz|timestamp.*with time zone)")))
                .withTarget(
                    new Target().withPackageName("de.qapix.db").withDirectory(target.toString())));
  }

  /** Flyway's own entries, so that most starts need neither Flyway nor to search the jar. */
  private static String shipped(DSLContext db) {
    return db
        .fetch(
            "select version, description, script, checksum from qapix.flyway_schema_history"
                + " where type = 'SQL' order by installed_rank")
        .stream()
        .map(
            row ->
                "          new ShippedMigration(\"%s\", \"%s\", \"%s\", %d)"
                    .formatted(row.get(0), row.get(1), row.get(2), row.get(3)))
        .collect(
            Collectors.joining(
                ",\n",
                """
                package de.qapix.db;

                import java.util.List;

                /** A migration of this build, as Flyway writes it into its history. */
                public record ShippedMigration(
                    String version, String description, String script, int checksum) {

                  /** All, in their order. */
                  public static final List<ShippedMigration> ALL =
                      List.of(
                """,
                """
                );
                }
                """));
  }

  private static String hash(Path migrations, String version) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(version.getBytes(StandardCharsets.UTF_8));
    digest.update(Files.readAllBytes(Path.of("src/codegen/java/GenerateTables.java")));
    try (Stream<Path> files = Files.list(migrations)) {
      for (Path file : files.sorted().toList()) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * {@code "calendlyEventUri"} becomes {@code CALENDLY_EVENT_URI} and {@code getCalendlyEventUri}.
   */
  public static final class SnakeCase extends DefaultGeneratorStrategy {
    @Override
    public String getJavaIdentifier(Definition definition) {
      return definition
          .getOutputName()
          .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
          .toUpperCase(Locale.ROOT);
    }

    @Override
    public String getJavaGetterName(Definition definition, Mode mode) {
      return "get" + capitalized(definition);
    }

    @Override
    public String getJavaSetterName(Definition definition, Mode mode) {
      return "set" + capitalized(definition);
    }

    private static String capitalized(Definition definition) {
      String name = definition.getOutputName();
      return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
  }

  private GenerateTables() {}
}

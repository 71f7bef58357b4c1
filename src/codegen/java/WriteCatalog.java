import de.qapix.catalog.CatalogJson;
import de.qapix.catalog.CatalogReader;
import de.qapix.migrate.MigrationWatch;
import de.qapix.migrate.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Writes the catalog that the migrations make, as the product itself reads it, run by Maven in
 * process-classes: {@code java WriteCatalog.java <migrations> <queries> <target file> <stamp>}. So
 * a check of a database needs no second one. Does nothing when neither migrations nor queries have
 * changed.
 */
final class WriteCatalog {

  public static void main(String[] arguments) throws Exception {
    Path target = Path.of(arguments[2]);
    Path stamp = Path.of(arguments[3]);
    String now = hash(List.of(Path.of(arguments[0]), Path.of(arguments[1])));
    if (Files.exists(target) && Files.exists(stamp) && Files.readString(stamp).equals(now)) {
      return;
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      new Migrations(server.getPostgresDatabase(), "public").migrate(MigrationWatch.none());
      Files.writeString(
          target,
          CatalogJson.write(
              CatalogReader.read(DSL.using(server.getPostgresDatabase(), SQLDialect.POSTGRES))));
    }
    Files.writeString(stamp, now);
  }

  private static String hash(List<Path> folders) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
          digest.update(Files.readAllBytes(file));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private WriteCatalog() {}
}

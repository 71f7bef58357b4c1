import de.qapix.catalog.CatalogJson;
import de.qapix.catalog.CatalogQueries;
import de.qapix.catalog.CatalogReader;
import de.qapix.catalog.ObjectKind;
import de.qapix.migrate.MigrationWatch;
import de.qapix.migrate.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Writes what only a server knows, run by Maven in process-classes: {@code java WriteResources.java
 * <migrations> <queries> <statements> <server's version> <target folder> <stamp>}. Does nothing
 * when none of that has changed. Written are
 *
 * <ul>
 *   <li>the catalog that the migrations make, as the product itself reads it, so that a check of a
 *       database needs no second one;
 *   <li>the traits of each kind of object, which are the columns of its query;
 *   <li>the keywords of SQL;
 *   <li>the columns that our commands need: those without which the server refuses one of the
 *       statements that they send.
 * </ul>
 */
final class WriteResources {

  public static void main(String[] arguments) throws Exception {
    Path statements = Path.of(arguments[2]);
    Path target = Path.of(arguments[4]);
    Path stamp = Path.of(arguments[5]);
    String now =
        hash(
            List.of(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                statements,
                Path.of("src/codegen/java/WriteResources.java")),
            arguments[3]);
    Path needs = target.resolve("statements/columns.tsv");
    if (Files.exists(needs) && Files.exists(stamp) && Files.readString(stamp).equals(now)) {
      return;
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        Connection connection = server.getPostgresDatabase().getConnection()) {
      new Migrations(server.getPostgresDatabase(), "public").migrate(MigrationWatch.none());
      DSLContext db = DSL.using(connection, SQLDialect.POSTGRES);
      Files.createDirectories(needs.getParent());
      Files.createDirectories(target.resolve("sql"));
      Files.writeString(
          target.resolve("catalog/expected.json"),
          CatalogJson.write(CatalogReader.read(db).anonymous()));
      Files.write(target.resolve("catalog/traits.tsv"), traits(db));
      Files.write(target.resolve("sql/keywords.txt"), keywords(db));
      Files.write(needs, needs(connection, db, statements));
    }
    Files.writeString(stamp, now);
  }

  /** A line a kind. */
  private static List<String> traits(DSLContext db) {
    return Stream.of(ObjectKind.values())
        .map(
            kind ->
                Stream.of(
                        db.resultQuery(CatalogQueries.text(kind), DSL.val(new String[0]))
                            .fetch()
                            .fields())
                    .map(Field::getName)
                    .collect(Collectors.joining("\t", kind.word() + "\t", "")))
        .toList();
  }

  /** Each with the letter by which the server tells what it can be besides. */
  private static List<String> keywords(DSLContext db) {
    return db.fetch("select concat(word, ' ', catcode) from pg_get_keywords() order by 1")
        .into(String.class);
  }

  /** Command, schema, table and column; each column is taken away to see who misses it. */
  private static List<String> needs(Connection connection, DSLContext db, Path statements)
      throws Exception {
    List<Record> columns =
        List.copyOf(
            db.fetch(
                "select table_schema, table_name, column_name from information_schema.columns"
                    + " where table_schema in ('qapix', 'public') order by 1, 2, 3"));
    TreeSet<String> needs = new TreeSet<>();
    connection.setAutoCommit(false);
    for (Path list : files(statements)) {
      String command = "qapix " + list.getFileName().toString().replace(".sql", "");
      for (String statement : Files.readString(list).split(";\n")) {
        check(connection, statement);
        for (Record column : columns) {
          boolean named =
              statement.contains('"' + column.get(1, String.class) + '"')
                  && statement.contains('"' + column.get(2, String.class) + '"');
          if (named && isRefusedWithout(connection, column, statement)) {
            needs.add(
                String.join(
                    "\t",
                    command,
                    column.get(0, String.class),
                    column.get(1, String.class),
                    column.get(2, String.class)));
          }
        }
      }
    }
    connection.rollback();
    connection.setAutoCommit(true);
    return new ArrayList<>(needs);
  }

  private static boolean isRefusedWithout(Connection connection, Record column, String statement)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    try (java.sql.Statement change = connection.createStatement()) {
      change.execute(
          "alter table \"%s\".\"%s\" rename column \"%s\" to gone"
              .formatted(column.get(0), column.get(1), column.get(2)));
      check(connection, statement);
      return false;
    } catch (SQLException refused) {
      if (!refused.getSQLState().startsWith("42")) {
        throw refused;
      }
      return true;
    } finally {
      connection.rollback(before);
    }
  }

  /** Has the server parse it and nothing else. */
  private static void check(Connection connection, String statement) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.getParameterMetaData();
    }
  }

  private static List<Path> files(Path folder) throws Exception {
    if (!Files.isDirectory(folder)) {
      return List.of(folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static String hash(List<Path> sources, String version) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(version.getBytes(StandardCharsets.UTF_8));
    for (Path source : sources) {
      for (Path file : files(source)) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private WriteResources() {}
}

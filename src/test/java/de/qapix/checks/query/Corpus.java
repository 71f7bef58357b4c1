package de.qapix.checks.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.TestDatabase;
import de.qapix.checks.files.FileKind;
import de.qapix.checks.scan.SqlFiles;
import de.qapix.checks.server.Schema;
import de.qapix.checks.server.ServerDescriber;
import de.qapix.checks.source.SourceScanner;
import de.qapix.checks.text.QueryFile;
import de.qapix.checks.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An application to try the check on: a sales dashboard's schema, and SQL and TypeScript that are
 * right for it, all written for this purpose.
 */
final class Corpus implements AutoCloseable {

  private static final Path HOME =
      Path.of("src", "test", "resources", "de", "qapix", "checks", "query", "corpus");

  private final TestDatabase database = TestDatabase.empty();
  private final ServerDescriber server;
  private final Schema schema;
  private final QueryChecks checks;

  Corpus() throws IOException, SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (Path file : files("schema")) {
        statement.execute(Files.readString(file));
      }
    }
    this.server = ServerDescriber.connect(database.dataSource());
    this.schema = Schema.of(server);
    this.checks = QueryChecks.against(server);
  }

  TestDatabase database() {
    return database;
  }

  Schema schema() {
    return schema;
  }

  ServerDescriber server() {
    return server;
  }

  /** The files of a folder, by name. */
  static List<Path> files(String folder) {
    try (Stream<Path> all = Files.list(HOME.resolve(folder))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What the check says of a file. */
  FileReport check(QueryFile file) {
    return FileReport.of(List.of(checks.check(file)));
  }

  /** What it says of a text, as a file of that name. */
  FileReport check(String name, String text) {
    SourceText source = new SourceText(name, text);
    return check(
        FileKind.SQL.fits(Path.of(name))
            ? SqlFiles.read(source)
            : new SourceScanner(file -> Optional.empty()).scan(Path.of(name), source));
  }

  /** The queries of a file; some others, by name, have another text than on the disk. */
  static QueryFile read(Path path, Map<String, SourceText> changed) {
    SourceText source = find(path, changed).orElseThrow();
    return FileKind.SQL.fits(path)
        ? SqlFiles.read(source)
        : new SourceScanner(file -> find(file, changed)).scan(path, source);
  }

  private static Optional<SourceText> find(Path path, Map<String, SourceText> changed) {
    String name = HOME.toAbsolutePath().relativize(path.toAbsolutePath().normalize()).toString();
    if (changed.containsKey(name)) {
      return Optional.of(changed.get(name));
    }
    try {
      return Files.isRegularFile(path)
          ? Optional.of(new SourceText(name, new String(Files.readAllBytes(path), UTF_8)))
          : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() throws SQLException {
    server.close();
    database.close();
  }
}

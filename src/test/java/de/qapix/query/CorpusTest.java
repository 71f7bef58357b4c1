package de.qapix.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorpusTest {
  private static final Path HOME = Path.of("src/test/resources/de/qapix/query/corpus");

  @Test
  void all() throws Exception {
    try (TestDatabase database = TestDatabase.empty()) {
      for (Path file : files("schema")) {
        database.dataSource().getConnection().createStatement().execute(Files.readString(file));
      }
      try (ServerDescriber server = ServerDescriber.connect(database.dataSource())) {
        Schema schema = Schema.of(server);
        for (Path path : files("sql")) {
          QueryFile file =
              SqlFiles.read(
                  new SourceText(path.getFileName().toString(), Files.readString(path, UTF_8)));
          int bad = 0;
          for (Query query : file.queries()) {
            Examination.Result result = Examination.of(query.variants().get(0), server, schema);
            if (!result.mistakes().isEmpty() || !result.whole()) {
              bad++;
              System.out.println(
                  query.source().place(query.start(), query.end())
                      + " "
                      + result.whole()
                      + " "
                      + result.mistakes());
            }
          }
          System.out.println(path.getFileName() + " " + file.queries().size() + " bad " + bad);
        }
      }
    }
  }

  private static List<Path> files(String folder) throws Exception {
    try (Stream<Path> all = Files.list(HOME.resolve(folder))) {
      return all.sorted().toList();
    }
  }
}

package de.qapix.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.TestDatabase;
import de.qapix.finding.Finding;
import de.qapix.source.SourceScanner;
import de.qapix.sql.Token;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorpusTsTest {
  private static final Path HOME = Path.of("src/test/resources/de/qapix/query/corpus");

  @Test
  void all() throws Exception {
    try (TestDatabase database = TestDatabase.empty()) {
      for (Path file : files("schema")) {
        database.dataSource().getConnection().createStatement().execute(Files.readString(file));
      }
      try (ServerDescriber server = ServerDescriber.connect(database.dataSource())) {
        Schema schema = Schema.of(server);
        QueryChecks checks = QueryChecks.against(server);
        Set<String> names =
            schema
                .relations()
                .own()
                .flatMap(r -> Stream.concat(Stream.of(r.name()), r.columns().stream()))
                .map(Relation.Name::plain)
                .collect(Collectors.toSet());
        for (String folder : List.of("libraries", "traps", "ts")) {
          Coverage sum = Coverage.NONE;
          for (Path path : files(folder)) {
            if (Files.isDirectory(path) || path.toString().matches(".*\\.sql|.*min\\.js")) continue;
            QueryFile file = scan(path, Map.of());
            FileReport report = checks.check(file);
            report
                .findings()
                .forEach(
                    f ->
                        System.out.println(
                            "FALSE "
                                + f.rule()
                                + " "
                                + f.place().get()
                                + " "
                                + f.subject()
                                + " "
                                + f.arguments()
                                + " "
                                + f.line()));
            System.out.println("FILE " + path.getFileName() + " " + report.coverage());
            Judge judge = new Judge(server, schema, file);
            for (Query query : file.queries()) {
              Verdict verdict = judge.judge(query);
              if (verdict.skipped().isPresent())
                System.out.println(
                    "SKIP "
                        + verdict.skipped().get()
                        + " "
                        + query.source().place(query.start(), query.start())
                        + " "
                        + query.variants().get(0).toString().replace("\n", " "));
            }
            sum = sum.plus(report.coverage());
          }
          System.out.println("SUM " + folder + " " + sum + " " + sum.checked());
        }
        int mutants = 0;
        int found = 0;
        int placed = 0;
        int suggested = 0;
        int extra = 0;
        Map<String, Path> touching = new LinkedHashMap<>();
        Map<String, Token> tokens = new LinkedHashMap<>();
        Map<String, Draft.Spot> spots = new LinkedHashMap<>();
        for (Path path : files("ts")) {
          if (Files.isDirectory(path)) continue;
          for (Query query : scan(path, Map.of()).queries()) {
            for (List<Piece> variant : query.variants()) {
              Statement statement = Statement.of(StandIns.of(variant, schema.relations()).draft());
              for (int i = 0; i < statement.tokens().size(); i++) {
                Token token = statement.tokens().at(i);
                if (token.kind() != Token.Kind.QUOTED_NAME || !token.text().startsWith("\""))
                  continue;
                String name = token.text().substring(1, token.text().length() - 1);
                if (!names.contains(name)
                    || name.equals(name.toLowerCase(Locale.ROOT))
                    || name.length() <= 2) continue;
                if (statement.tokens().is(i - 1, "as")) continue;
                Optional<Draft.Spot> spot = statement.spot(i, i + 1);
                if (spot.isEmpty()) continue;
                String key = spot.get().source().file() + ":" + spot.get().start();
                if (!spot.get()
                    .source()
                    .text()
                    .substring(spot.get().start(), spot.get().end())
                    .replace("\\", "")
                    .equals(token.text())) continue;
                touching.putIfAbsent(key, path);
                tokens.putIfAbsent(key, token);
                spots.putIfAbsent(key, spot.get());
              }
            }
          }
        }
        for (String key : touching.keySet()) {
          Draft.Spot spot = spots.get(key);
          String quoted = tokens.get(key).text();
          String name = quoted.substring(1, quoted.length() - 1);
          for (String mutated : List.of(snake(name), name)) {
            String text = spot.source().text();
            String other = text.substring(0, spot.start()) + mutated + text.substring(spot.end());
            SourceText source = new SourceText(spot.source().file(), other);
            List<Finding> findings =
                checks
                    .check(scan(touching.get(key), Map.of(spot.source().file(), source)))
                    .findings();
            mutants++;
            var place = source.place(spot.start(), spot.start() + mutated.length());
            boolean isFound = !findings.isEmpty();
            boolean isPlaced = findings.stream().anyMatch(f -> f.place().get().equals(place));
            boolean isRight =
                findings.stream()
                    .anyMatch(
                        f ->
                            f.place().get().equals(place)
                                && f.expected().orElse("").endsWith(quoted));
            found += isFound ? 1 : 0;
            placed += isPlaced ? 1 : 0;
            suggested += isRight ? 1 : 0;
            extra += findings.size() > 1 ? 1 : 0;
            if (!isRight || findings.size() > 1)
              System.out.println(
                  "MUTANT "
                      + place
                      + " "
                      + mutated
                      + " for "
                      + quoted
                      + ": "
                      + findings.stream()
                          .map(
                              f ->
                                  f.rule()
                                      + " "
                                      + f.place().get()
                                      + " "
                                      + f.expected()
                                      + " "
                                      + f.arguments())
                          .toList()
                      + " | "
                      + source.line(place.line()));
          }
        }
        System.out.println(
            "mutants "
                + mutants
                + " found "
                + found
                + " placed "
                + placed
                + " suggested "
                + suggested
                + " extra "
                + extra);
      }
    }
  }

  private static QueryFile scan(Path path, Map<String, SourceText> overlay) {
    SourceScanner scanner = new SourceScanner(file -> text(file, overlay));
    return scanner.scan(path, text(path, overlay).orElseThrow());
  }

  private static Optional<SourceText> text(Path file, Map<String, SourceText> overlay) {
    try {
      String name = HOME.toAbsolutePath().relativize(file.toAbsolutePath().normalize()).toString();
      if (overlay.containsKey(name)) return Optional.of(overlay.get(name));
      return Files.isRegularFile(file)
          ? Optional.of(new SourceText(name, new String(Files.readAllBytes(file), UTF_8)))
          : Optional.empty();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static List<Path> files(String folder) throws Exception {
    try (Stream<Path> all = Files.list(HOME.resolve(folder))) {
      return all.sorted().toList();
    }
  }
}

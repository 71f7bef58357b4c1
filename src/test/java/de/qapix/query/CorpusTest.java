package de.qapix.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.TestDatabase;
import de.qapix.finding.Finding;
import de.qapix.sql.SqlLexer;
import de.qapix.sql.Token;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        QueryChecks checks = QueryChecks.against(server);
        Set<String> names =
            schema
                .relations()
                .own()
                .flatMap(r -> Stream.concat(Stream.of(r.name()), r.columns().stream()))
                .map(Relation.Name::plain)
                .collect(Collectors.toSet());
        int mutants = 0;
        int found = 0;
        int placed = 0;
        int suggested = 0;
        int extra = 0;
        for (Path path : files("sql")) {
          String text = Files.readString(path, UTF_8);
          FileReport whole =
              checks.check(SqlFiles.read(new SourceText(path.getFileName().toString(), text)));
          whole.findings().forEach(f -> System.out.println("FALSE " + f));
          System.out.println(path.getFileName() + " " + whole.coverage());
          List<Token> tokens = SqlLexer.tokens(text);
          for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() != Token.Kind.QUOTED_NAME || !token.text().startsWith("\"")) continue;
            String name = token.text().substring(1, token.text().length() - 1);
            if (!names.contains(name) || name.equals(name.toLowerCase(java.util.Locale.ROOT)))
              continue;
            boolean alias = i > 0 && tokens.get(i - 1).is("as");
            if (alias || isDefinition(tokens, i)) continue;
            for (String mutated : List.of(snake(name), name)) {
              if (mutated.length() <= 2) continue;
              if (path.toString().contains("05_json")
                  && text.substring(0, token.offset()).endsWith("jsonb, ")) continue;
              String other =
                  text.substring(0, token.offset()) + mutated + text.substring(token.end());
              QueryFile file = SqlFiles.read(new SourceText("m.sql", other));
              List<Finding> findings =
                  checks
                      .check(new QueryFile(file.source(), file.queries(), List.of(), List.of()))
                      .findings();
              mutants++;
              var place = file.source().place(token.offset(), token.offset() + mutated.length());
              boolean isFound = !findings.isEmpty();
              boolean isPlaced = findings.stream().anyMatch(f -> f.place().get().equals(place));
              boolean isRight =
                  findings.stream()
                      .anyMatch(
                          f ->
                              f.place().get().equals(place)
                                  && f.expected().orElse("").endsWith(token.text()));
              found += isFound ? 1 : 0;
              placed += isPlaced ? 1 : 0;
              suggested += isRight ? 1 : 0;
              extra += findings.size() > 1 ? 1 : 0;
              if (!isRight || findings.size() > 1)
                System.out.println(
                    "MUTANT "
                        + path.getFileName()
                        + " "
                        + place
                        + " "
                        + mutated
                        + " for "
                        + token.text()
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
                        + file.source().line(place.line()));
            }
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

  /** In the list of names behind an alias. */
  private static boolean isDefinition(List<Token> tokens, int at) {
    int open = at;
    int depth = 0;
    while (open >= 0 && !(tokens.get(open).isSymbol('(') && depth == 0)) {
      depth += tokens.get(open).isSymbol(')') ? 1 : tokens.get(open).isSymbol('(') ? -1 : 0;
      open--;
    }
    return open >= 2 && tokens.get(open - 1).isName() && tokens.get(open - 2).is("as");
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
  }

  private static List<Path> files(String folder) throws Exception {
    try (Stream<Path> all = Files.list(HOME.resolve(folder))) {
      return all.sorted().toList();
    }
  }
}

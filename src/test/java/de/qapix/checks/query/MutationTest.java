package de.qapix.checks.query;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.Effort;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Place;
import de.qapix.checks.finding.Severity;
import de.qapix.checks.names.QueryRelation;
import de.qapix.checks.server.Statement;
import de.qapix.checks.statement.HoleFillings;
import de.qapix.checks.statement.MappedText;
import de.qapix.checks.statement.StatementKind;
import de.qapix.checks.statement.StatementSplitter;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.QueryFile;
import de.qapix.checks.text.SourceText;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every camelCase name of tables and columns in the queries is written in snake_case, and without
 * its quotes, one at a time; the check has to find it, at its place, and to say what was meant. An
 * ordinary build tries one name in eight, {@code -Pfaults} all.
 */
class MutationTest {

  private static final int SHARE = Effort.of(8, 1);

  /** A name in a file, and a file with a query in which it stands. */
  private record Name(Path user, String text, MappedText.Spot spot) {

    String plain() {
      return text.substring(1, text.length() - 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sql", "ts"})
  void a_name_that_is_written_wrongly_is_found_at_its_place_and_told_right(String folder)
      throws Exception {
    try (Corpus corpus = new Corpus()) {
      int queries = 0;
      Map<String, Name> names = new LinkedHashMap<>();
      for (Path path : Corpus.files(folder)) {
        QueryFile file = Corpus.read(path, Map.of());
        assertThat(corpus.check(file).findings())
            .as("findings in " + path)
            .allMatch(finding -> finding.severity() == Severity.NOTE);
        queries += file.queries().size();
        add(corpus, path, file, names);
      }
      Figures figures = new Figures();
      List<Name> tried = new ArrayList<>(names.values());
      for (int at = 0; at < tried.size(); at += SHARE) {
        Name name = tried.get(at);
        figures.add(mutate(corpus, name, snake(name.plain())));
        figures.add(mutate(corpus, name, name.plain()));
      }
      System.out.printf(
          "mutations of %s: %d queries, %d mutants; %s%n", folder, queries, figures.all, figures);
      assertThat(queries).isGreaterThanOrEqualTo(155);
      assertThat(figures.share(figures.found)).as("found").isGreaterThanOrEqualTo(0.99);
      assertThat(figures.share(figures.placed)).as("at its place").isGreaterThanOrEqualTo(0.99);
      assertThat(figures.share(figures.told)).as("told right").isGreaterThanOrEqualTo(0.98);
    }
  }

  private static final class Figures {

    private int all;
    private int found;
    private int placed;
    private int told;

    void add(Outcome outcome) {
      all++;
      found += outcome.found() ? 1 : 0;
      placed += outcome.placed() ? 1 : 0;
      told += outcome.told() ? 1 : 0;
    }

    double share(int part) {
      return (double) part / all;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "found %.1f %%, at its place %.1f %%, told right %.1f %%",
          100 * share(found),
          100 * share(placed),
          100 * share(told));
    }
  }

  private record Outcome(boolean found, boolean placed, boolean told) {}

  private static Outcome mutate(Corpus corpus, Name name, String mutant) {
    MappedText.Spot spot = name.spot();
    String text = spot.source().text();
    SourceText changed =
        new SourceText(
            spot.source().file(),
            text.substring(0, spot.start()) + mutant + text.substring(spot.end()));
    QueryFile file = Corpus.read(name.user(), Map.of(changed.file(), changed));
    List<Finding> findings = corpus.check(file).findings();
    Place place = changed.place(spot.start(), spot.start() + mutant.length());
    List<Finding> there =
        findings.stream().filter(each -> each.place().equals(Optional.of(place))).toList();
    boolean told =
        there.stream().anyMatch(each -> each.expected().orElse("").endsWith(name.text()));
    if (!told) {
      System.out.println("  " + place + " " + mutant + " for " + name.text() + ": " + findings);
    }
    return new Outcome(!findings.isEmpty(), !there.isEmpty(), told);
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  /** All names in the queries of a file that are those of tables and columns. */
  private static void add(Corpus corpus, Path path, QueryFile file, Map<String, Name> names) {
    Set<String> known =
        corpus
            .schema()
            .relations()
            .own()
            .flatMap(each -> Stream.concat(Stream.of(each.name()), each.columns().stream()))
            .map(QueryRelation.Name::plain)
            .collect(Collectors.toSet());
    for (Query query : file.queries()) {
      for (List<Piece> variant : query.variants()) {
        for (List<Piece> pieces : StatementSplitter.statements(variant)) {
          Statement statement =
              Statement.of(HoleFillings.of(pieces, corpus.schema().relations()).draft());
          add(path, statement, known, names);
        }
      }
    }
  }

  private static void add(
      Path path, Statement statement, Set<String> known, Map<String, Name> names) {
    boolean definition = statement.kind().kind() == StatementKind.Kind.DEFINITION;
    for (int at = 0; at < statement.tokens().size() && !definition; at++) {
      Token token = statement.tokens().at(at);
      Optional<MappedText.Spot> spot = statement.spot(at, at + 1);
      boolean camel =
          token.kind() == Token.Kind.QUOTED_NAME
              && token.text().matches("\"[a-zA-Z]+[a-zA-Z]\"")
              && !token.text().equals(token.text().toLowerCase(Locale.ROOT));
      if (camel && spot.isPresent() && !defines(statement.tokens(), at)) {
        Name name = new Name(path, token.text(), spot.get());
        String written = spot.get().source().text().substring(spot.get().start(), spot.get().end());
        if (known.contains(name.plain()) && written.replace("\\", "").equals(token.text())) {
          names.putIfAbsent(spot.get().source().file() + " " + spot.get().start(), name);
        }
      }
    }
  }

  /**
   * Whether a name is made there and not used: an alias, one in the list behind an alias, or a
   * column that is added.
   */
  private static boolean defines(SqlTokens tokens, int at) {
    int open = at;
    int depth = 0;
    while (open >= 0 && !(tokens.isOpen(open) && depth == 0)) {
      depth += tokens.isSymbol(open, ')') ? 1 : tokens.isOpen(open) ? -1 : 0;
      open--;
    }
    return tokens.is(at - 1, "as")
        || tokens.is(at - 1, "column")
        || (tokens.isName(open - 1) && tokens.is(open - 2, "as"));
  }
}

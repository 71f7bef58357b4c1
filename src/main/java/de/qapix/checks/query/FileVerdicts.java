package de.qapix.checks.query;

import de.qapix.checks.files.FileKind;
import de.qapix.checks.server.Schema;
import de.qapix.checks.server.ServerDescriber;
import de.qapix.checks.server.Statement;
import de.qapix.checks.statement.HoleFillings;
import de.qapix.checks.statement.MappedText;
import de.qapix.checks.statement.StatementKind;
import de.qapix.checks.statement.StatementSplitter;
import de.qapix.checks.statement.SubqueryValue;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Library;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.QueryFile;
import de.qapix.sql.Spelling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides about the queries of one file. */
final class FileVerdicts {

  private static final Pattern MIGRATIONS = Pattern.compile("(?i)\\bmigrations?\\b");

  /** Tools put the time before the names of their migrations, or of the folders of these. */
  private static final Pattern NUMBERED =
      Pattern.compile("(^|/)\\d{10,17}[-_][^/]*(/migration\\.[^/]*)?$");

  /** Those with which {@code {id}}, {@code #{id}}, {@code %s} and {@code <%= id %>} begin. */
  private static final Set<String> MARKS_OF_HELPERS = Set.of("{", "#", "%", "<", "=");

  private final ServerDescriber server;
  private final Schema schema;
  private final Set<String> made = new HashSet<>();
  private final boolean migration;
  private final boolean isSql;

  FileVerdicts(ServerDescriber server, Schema schema, QueryFile file) {
    this.server = server;
    this.schema = schema;
    boolean defines = false;
    for (Query query : file.queries()) {
      for (List<Piece> pieces : StatementSplitter.statements(query.variants().get(0))) {
        StatementKind kind = check(pieces, query.library()).kind();
        kind.made().ifPresent(made::add);
        defines |= kind.defines();
      }
    }
    String name = file.source().file();
    this.isSql = FileKind.SQL.fits(Path.of(name));
    this.migration = NUMBERED.matcher(name).find() || (defines && MIGRATIONS.matcher(name).find());
  }

  Verdict judge(Query query) {
    if (query.library().filter(Library::isOther).isPresent()) {
      return Verdict.skipped(Skip.OTHER_DATABASE);
    }
    boolean elsewhere = query.library().filter(Library::isPostgres).isEmpty();
    OtherDatabase.Sign sign = elsewhere ? OtherDatabase.sign(query) : OtherDatabase.Sign.NONE;
    if (sign == OtherDatabase.Sign.SURE) {
      return Verdict.skipped(Skip.OTHER_DATABASE);
    }
    Verdict verdict = judgeVariants(query);
    if (migration && !verdict.isRight()) {
      // It may have been right when it ran.
      return Verdict.skipped(Skip.MIGRATION);
    }
    boolean unusual =
        sign == OtherDatabase.Sign.UNUSUAL
            && (!verdict.errors().isEmpty() || verdict.skipped().isPresent());
    if (unusual && verdict.tables() != TableFit.KNOWN) {
      return Verdict.skipped(Skip.OTHER_DATABASE);
    }
    return verdict.tables().isStrange() ? verdict.ofTables() : verdict;
  }

  private Verdict judgeVariants(Query query) {
    List<QueryError> errors = new ArrayList<>();
    Optional<Skip> skipped = Optional.empty();
    TableFit tables = TableFit.NO_TABLE;
    VariantEvidence evidence = new VariantEvidence(query);
    RowCheck rows = new RowCheck(query.rows(), schema);
    for (List<Piece> variant : query.variants()) {
      boolean first = variant == query.variants().get(0);
      Verdict verdict = judgeAll(variant, query.library(), rows);
      evidence.add(verdict);
      verdict.errors().stream()
          .filter(error -> first || error.kind() != QueryError.Kind.SYNTAX)
          .forEach(error -> add(error, errors));
      skipped = skipped.isPresent() ? skipped : verdict.skipped();
      tables = tables.and(verdict.tables());
    }
    errors.removeIf(error -> !evidence.proves(error));
    if (errors.stream().noneMatch(error -> error.kind() == QueryError.Kind.PLACEHOLDER)) {
      errors.addAll(GivenValues.errors(query));
    }
    if (query.whole()) {
      errors.addAll(rows.errors(query.variants().size()));
    }
    boolean open = skipped.filter(FileVerdicts::isForWantOfText).isPresent();
    return new Verdict(
        errors, open && evidence.coversAllThatIsWritten() ? Optional.empty() : skipped, tables);
  }

  /** What is wrong in several texts of a query is told once. */
  private static void add(QueryError error, List<QueryError> errors) {
    for (int at = 0; at < errors.size(); at++) {
      if (errors.get(at).spot().equals(error.spot())) {
        errors.set(at, errors.get(at).and(error));
        return;
      }
    }
    errors.add(error);
  }

  private static boolean isForWantOfText(Skip why) {
    return why == Skip.SQL_AT_RUN_TIME || why == Skip.TABLE_AT_RUN_TIME;
  }

  /** About all statements of one text that a query can have. */
  private Verdict judgeAll(List<Piece> variant, Optional<Library> library, RowCheck rows) {
    List<QueryError> errors = new ArrayList<>();
    Optional<Skip> skipped = Optional.empty();
    TableFit tables = TableFit.NO_TABLE;
    List<List<Piece>> statements = StatementSplitter.statements(variant);
    for (List<Piece> statement : statements) {
      Verdict verdict =
          judge(
              statement, library, statements.size() == 1 ? rows : new RowCheck(List.of(), schema));
      errors.addAll(verdict.errors());
      skipped = skipped.isPresent() ? skipped : verdict.skipped();
      tables = tables.and(verdict.tables());
    }
    return new Verdict(errors, skipped, tables);
  }

  private Verdict judge(List<Piece> variant, Optional<Library> library, RowCheck rows) {
    if (variant.stream().allMatch(Hole.class::isInstance)) {
      return Verdict.skipped(Skip.SQL_AT_RUN_TIME);
    }
    StatementCheck check = check(variant, library);
    if (check.kind().kind() == StatementKind.Kind.DEFINITION) {
      return Verdict.skipped(Skip.DEFINITION);
    }
    StatementCheck.Result result = check.run();
    if (result.unfinished() && !isSql) {
      return Verdict.skipped(Skip.SQL_AT_RUN_TIME);
    }
    List<QueryError> errors = new ArrayList<>(GuessedTables.withoutTheirColumns(result));
    if (!errors.isEmpty() && usesItsOwn(result.statement())) {
      return Verdict.skipped(Skip.OWN_TABLE);
    }
    boolean marked = !isSql && library.isEmpty() && errors.removeIf(FileVerdicts::isMarkOfHelper);
    errors.addAll(new FoldedAliases(result, schema).errors());
    if (isPartOfStatement(variant, library)) {
      errors.removeIf(error -> error.kind() == QueryError.Kind.MISSING_FROM);
    }
    if (library.filter(Library::bindsValues).isPresent()) {
      HoleFillings.quotedValues(variant).stream().map(QueryError::quotedValue).forEach(errors::add);
    }
    if (library.filter(Library.PG::equals).isPresent()) {
      result
          .statement()
          .parameters()
          .firstQuestionMark()
          .map(FileVerdicts::questionMark)
          .ifPresent(errors::add);
    }
    if (check.kind().kind() != StatementKind.Kind.WRAPPED_QUERY) {
      rows.add(variant, result);
    }
    return new Verdict(
        errors,
        marked ? Optional.of(Skip.SQL_AT_RUN_TIME) : result.skipped(),
        TableFit.of(result.statement(), result.errors(), schema));
  }

  /** A query in parentheses, which may use tables of the statement that it becomes a part of. */
  private static boolean isPartOfStatement(List<Piece> variant, Optional<Library> library) {
    return library.filter(Library::bindsValues).isPresent() && SubqueryValue.begins(variant);
  }

  private StatementCheck check(List<Piece> statement, Optional<Library> library) {
    return new StatementCheck(statement, library, server, schema, this::isOfItsOwn);
  }

  private boolean isOfItsOwn(QueryError error) {
    String name = error.written();
    String last = name.substring(name.lastIndexOf('.') + 1);
    return switch (error.kind()) {
      case UNKNOWN_TABLE, UNKNOWN_COLUMN, UNKNOWN_FUNCTION, UNKNOWN_TYPE ->
          made.stream().anyMatch(each -> Spelling.loose(each).equals(Spelling.loose(last)))
              || name.startsWith("pg_temp.");
      default -> false;
    };
  }

  /** Whether it names a table that the file makes, which may be another one than the database's. */
  private boolean usesItsOwn(Statement statement) {
    return statement
        .root()
        .allRanges()
        .filter(range -> !range.name().isEmpty())
        .filter(range -> schema.relations().find(range.name()).isPresent())
        .map(range -> range.name().get(range.name().size() - 1))
        .anyMatch(made::contains);
  }

  /** Whether it is about a mark for which a helper of the project may put in something. */
  private static boolean isMarkOfHelper(QueryError error) {
    return (error.kind() == QueryError.Kind.SYNTAX || error.kind() == QueryError.Kind.PLACEHOLDER)
        && MARKS_OF_HELPERS.contains(error.written());
  }

  /** The client sends texts as they are, and PostgreSQL takes this for an operator. */
  private static QueryError questionMark(MappedText.Spot spot) {
    return QueryError.of(QueryError.Kind.PLACEHOLDER, spot, "?").unasked("pg");
  }
}

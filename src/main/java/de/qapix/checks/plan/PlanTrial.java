package de.qapix.checks.plan;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogComparison;
import de.qapix.catalog.CatalogDifference;
import de.qapix.catalog.CatalogReader;
import de.qapix.catalog.ComparedRights;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.SchemaObject;
import de.qapix.checks.diff.Change;
import de.qapix.checks.diff.DiffSql;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.script.FolderScript;
import de.qapix.checks.script.ScratchException;
import de.qapix.checks.script.ScratchRoles;
import de.qapix.checks.script.Sending;
import de.qapix.checks.trial.ScratchCatalog;
import de.qapix.checks.trial.ScratchServer;
import de.qapix.sql.ServerRefusal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Runs the statements that are to turn one database into another on a copy of the first, which has
 * no rows and of which only that part is made that the statements concern.
 */
public final class PlanTrial {

  private static final String SETTINGS =
      "set check_function_bodies = off; set statement_timeout = '60s'; set time zone 'UTC'";

  private static final Pattern RIGHTS =
      Pattern.compile("grant |revoke |alter default privileges |alter [^\n]* owner to [^\n]*$");

  private final Catalog from;
  private final Catalog to;
  private final List<CatalogDifference> differences;
  private final Neighbourhood neighbourhood;

  public PlanTrial(Catalog from, Catalog to) {
    // The role of a scratch database may hand nothing to another one.
    this.from = ComparedRights.NONE.of(from);
    this.to = ComparedRights.NONE.of(to);
    differences = CatalogComparison.between(this.to, this.from);
    neighbourhood = new Neighbourhood(this.from, this.to, differences);
  }

  /** Tries a plan on a database that exists for that alone. */
  public TrialResult on(ScratchServer server, List<Change> plan)
      throws IOException, InterruptedException, SQLException {
    try {
      return server.with(extensions(), List.of("public"), scratch -> run(scratch, plan));
    } catch (ScratchException broken) {
      return new TrialResult.NotTried(broken.serverMessage());
    }
  }

  /** Only offered: a comment makes nothing. */
  private MigrationFolder extensions() {
    String wanted =
        Stream.concat(from.objects().stream(), to.objects().stream())
            .map(SchemaObject::name)
            .filter(name -> name.kind() == ObjectKind.EXTENSION)
            .map(name -> "-- create extension " + name.sql() + "\n")
            .distinct()
            .collect(Collectors.joining());
    Path none = Path.of("");
    return new MigrationFolder(
        none,
        MigrationFolder.Layout.SINGLE_FILE,
        List.of(
            new FolderScript(
                "extensions", Optional.empty(), none, wanted, wanted, Sending.ANY, false)),
        List.of(),
        List.of());
  }

  private TrialResult run(ScratchCatalog scratch, List<Change> plan) throws SQLException {
    try (Connection connection = scratch.owner().getConnection()) {
      execute(connection, SETTINGS);
      Catalog copy = neighbourhood.copy();
      List<Change> making = DiffSql.between(read(connection), copy);
      Optional<String> failure = make(connection, making, scratch.roles());
      if (failure.isPresent()) {
        return new TrialResult.NotTried(failure.get());
      }
      Set<List<Object>> before = keys(CatalogComparison.between(copy, read(connection)));
      boolean byHand = false;
      for (Change change : plan) {
        byHand |= change instanceof Change.ByHand;
        if (change instanceof Change.Statement statement
            && !RIGHTS.matcher(statement.sql()).lookingAt()) {
          Optional<String> refusal = refusal(connection, statement.sql(), scratch.roles());
          if (refusal.isPresent() && making.stream().anyMatch(Change.ByHand.class::isInstance)) {
            return new TrialResult.NotTried(refusal.get());
          }
          if (refusal.isPresent()) {
            return new TrialResult.Refused(statement.sql(), refusal.get(), byHand);
          }
        }
      }
      return result(CatalogComparison.between(to, read(connection)), before, byHand(plan));
    }
  }

  private static Optional<String> make(
      Connection connection, List<Change> making, ScratchRoles roles) throws SQLException {
    String all =
        making.stream()
            .filter(Change.Statement.class::isInstance)
            .map(change -> ((Change.Statement) change).sql())
            .collect(Collectors.joining(";\n"));
    return refusal(connection, all, roles);
  }

  /** What the server prints in its own way, as its version is another one, is none. */
  private TrialResult result(
      List<CatalogDifference> after, Set<List<Object>> before, Set<String> byHand) {
    List<CatalogDifference> left =
        after.stream()
            .filter(difference -> neighbourhood.hasWhole(difference.object()))
            .filter(difference -> !before.contains(key(difference)))
            .filter(difference -> !byHand.contains(difference.object().sql()))
            .toList();
    return left.isEmpty() ? new TrialResult.Reached() : new TrialResult.Different(left);
  }

  private static Set<String> byHand(List<Change> plan) {
    return plan.stream()
        .filter(Change.ByHand.class::isInstance)
        .map(change -> ((Change.ByHand) change).object())
        .collect(Collectors.toSet());
  }

  private static Set<List<Object>> keys(List<CatalogDifference> differences) {
    return differences.stream().map(PlanTrial::key).collect(Collectors.toSet());
  }

  private static List<Object> key(CatalogDifference difference) {
    return List.of(difference.kind(), difference.object(), difference.trait());
  }

  private static Catalog read(Connection connection) {
    return ComparedRights.NONE.of(CatalogReader.read(DSL.using(connection, SQLDialect.POSTGRES)));
  }

  private static Optional<String> refusal(Connection connection, String sql, ScratchRoles roles)
      throws SQLException {
    try {
      execute(connection, sql);
      return Optional.empty();
    } catch (SQLException failure) {
      return roles.standIn(failure, connection)
          ? refusal(connection, sql, roles)
          : Optional.of(ServerRefusal.of(failure).message());
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}

package de.qapix.checks.trial;

import static java.util.stream.Collectors.joining;

import de.qapix.checks.finding.Place;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.scratch.MigrationFolder.Layout;
import de.qapix.checks.script.FolderScript;
import de.qapix.checks.script.Platform;
import de.qapix.checks.script.ScratchException;
import de.qapix.checks.script.ScratchRoles;
import de.qapix.checks.script.ScriptConnection;
import de.qapix.checks.script.ScriptNote;
import de.qapix.checks.script.ScriptRunner;
import de.qapix.checks.script.StandInExtensions;
import de.qapix.checks.script.Watchdog;
import de.qapix.files.ResourceText;
import de.qapix.postgres.EmbeddedServer;
import de.qapix.postgres.ScratchDatabase;
import de.qapix.sql.Keywords;
import de.qapix.sql.ServerRefusal;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Applies migrations, whoever wrote them, to a database that exists for that alone. */
public final class ScratchServer {

  private final EmbeddedServer server;
  private final Duration limit;

  /** What is done with such a database. */
  @FunctionalInterface
  public interface Work<T> {
    T on(ScratchCatalog scratch) throws IOException, InterruptedException, SQLException;
  }

  /**
   * On this server.
   *
   * @param limit how long all migrations together may take
   */
  public ScratchServer(EmbeddedServer server, Duration limit) {
    this.server = server;
    this.limit = limit;
  }

  /**
   * Applies a folder's migrations, does the work, and drops the database.
   *
   * @param schemas made before; the first is where names without a schema belong
   * @throws ScratchException when a migration fails
   */
  public <T> T with(MigrationFolder folder, List<String> schemas, Work<T> work)
      throws IOException, InterruptedException, SQLException {
    for (FolderScript script : folder.scripts()) {
      StandInExtensions.offer(server, script);
    }
    Platform.offer(server);
    try (ScratchDatabase database = server.scratch()) {
      ScratchRoles roles = new ScratchRoles(database);
      List<ScriptNote> notes = apply(folder, schemas, database, roles);
      database.reopen();
      if (!roles.names().isEmpty()) {
        roles.letOut();
      }
      List<String> stubbed =
          StandInExtensions.in(DSL.using(database.reading(), SQLDialect.POSTGRES));
      return work.on(
          new ScratchCatalog(database.reading(), database.scripts(), stubbed, roles, notes));
    }
  }

  private List<ScriptNote> apply(
      MigrationFolder folder, List<String> schemas, ScratchDatabase database, ScratchRoles roles)
      throws IOException, SQLException {
    try (Connection connection = database.scripts().getConnection();
        Watchdog watchdog = new Watchdog(limit, database::terminate)) {
      ScriptConnection sender = new ScriptConnection(connection);
      ScriptRunner runner = new ScriptRunner(sender, roles, folder.scripts(), folder.hasCode());
      String settings = settings(schemas);
      for (String schema : schemas) {
        sender.execute("create schema if not exists " + Keywords.inQuotes(schema));
      }
      sender.execute(settings);
      if (folder.layout() == Layout.PRISMA) {
        sender.execute(ResourceText.read(ScratchServer.class, "prisma_migrations.sql"));
      }
      if (folder.layout() == Layout.SCHEMA_FILES) {
        SchemaFilesRun.run(
            folder.scripts(),
            script -> {
              sender.execute("rollback; " + settings + runner.searched());
              run(runner, script, watchdog);
            });
      } else {
        for (FolderScript script : folder.scripts()) {
          run(runner, script, watchdog);
          sender.execute(settings + runner.searched());
        }
      }
      finish(runner);
      return runner.notes();
    }
  }

  /** Between two scripts: what one has set is none of the next one's business. */
  private static String settings(List<String> schemas) {
    return "reset session authorization; reset all; set time zone 'UTC'; set search_path to "
        + schemas.stream().map(Keywords::inQuotes).collect(joining(", "))
        + ", \"$user\", public";
  }

  private static void finish(ScriptRunner runner) throws SQLException {
    try {
      runner.finish();
    } catch (ScratchException refused) {
      throw refused.after(runner.notes());
    }
  }

  private static void run(ScriptRunner runner, FolderScript script, Watchdog watchdog)
      throws SQLException {
    try {
      runner.run(script);
    } catch (ScratchException | SQLException failure) {
      if (watchdog.timeIsUp()) {
        throw tooSlow(script, failure);
      }
      if (failure instanceof ScratchException refused) {
        throw refused.after(runner.notes());
      }
      throw failure;
    }
  }

  private static ScratchException tooSlow(FolderScript script, Exception failure) {
    Place place =
        failure instanceof ScratchException refused
            ? refused.place()
            : new Place(script.file().toString(), 1, 1, 0);
    return new ScratchException(
        ScratchException.Kind.TOO_SLOW, script, place, new ServerRefusal("57014", "", 0), failure);
  }
}

package de.qapix.checks.trial;

import de.qapix.catalog.CatalogJson;
import de.qapix.catalog.CatalogQueries;
import de.qapix.catalog.CatalogReader;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.script.Platform;
import de.qapix.checks.script.ScratchException;
import de.qapix.postgres.EmbeddedServer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Makes the catalogs of folders of migrations on the embedded server, and keeps them. */
public final class FolderCatalogs {

  /** How an entry of the cache is written. */
  private static final String FORMAT = "catalog 5";

  private static final String BETWEEN = "\t";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Starts the embedded server when it is needed, which it is not for what is kept. */
  public interface Server {
    EmbeddedServer open() throws IOException, InterruptedException;
  }

  private final Server server;
  private final String version;
  private final ScratchCache cache;

  /**
   * @param version of the embedded server
   */
  public FolderCatalogs(Server server, String version, ScratchCache cache) {
    this.server = server;
    this.version = version;
    this.cache = cache;
  }

  /**
   * What becomes of an empty database.
   *
   * @param schemas that are there before; the first is where names without a schema belong
   * @throws ScratchException when a migration fails
   */
  public FolderCatalog of(MigrationFolder folder, List<String> schemas)
      throws IOException, InterruptedException, SQLException {
    String key =
        ScratchCache.key(folder, schemas, version, FORMAT + " " + CatalogQueries.fingerprint());
    Optional<String> kept = cache.find(key);
    if (kept.isPresent()) {
      return read(kept.get(), folder);
    }
    FolderCatalog made =
        new ScratchServer(server.open(), LIMIT).with(folder, schemas, FolderCatalogs::look);
    cache.keep(key, write(made, folder));
    return made;
  }

  /** The embedded server, to do something else there. */
  public ScratchServer scratch() throws IOException, InterruptedException {
    return new ScratchServer(server.open(), LIMIT);
  }

  private static FolderCatalog look(ScratchCatalog scratch) {
    return new FolderCatalog(
        CatalogReader.read(DSL.using(scratch.dataSource(), SQLDialect.POSTGRES))
            .anonymous()
            .only(name -> !name.name().startsWith("\"" + Platform.HIDDEN)),
        scratch.stubbed(),
        scratch.roles().names(),
        scratch.notes());
  }

  /** The extensions, the roles and the notes in a line each, then the catalog. */
  private static String write(FolderCatalog made, MigrationFolder folder) {
    return String.join(BETWEEN, made.standIns())
        + "\n"
        + String.join(BETWEEN, made.roles())
        + "\n"
        + ScriptNotesJson.write(made.notes(), folder)
        + "\n"
        + CatalogJson.write(made.catalog());
  }

  private static FolderCatalog read(String text, MigrationFolder folder) {
    String[] lines = text.split("\n", 4);
    return new FolderCatalog(
        CatalogJson.read(lines[3]),
        names(lines[0]),
        names(lines[1]),
        ScriptNotesJson.read(lines[2], folder));
  }

  private static List<String> names(String line) {
    return line.isEmpty() ? List.of() : List.of(line.split(BETWEEN));
  }
}

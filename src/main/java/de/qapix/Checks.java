package de.qapix;

import de.qapix.cli.SchemaChecks;
import de.qapix.cli.Workplace;
import de.qapix.finding.Findings;
import de.qapix.migrate.OwnCheck;
import de.qapix.postgres.ConnectionSettings;
import de.qapix.postgres.Database;
import de.qapix.schema.Catalog;
import de.qapix.schema.CatalogReader;
import de.qapix.schema.FolderCatalogs;
import de.qapix.schema.FolderCheck;
import de.qapix.schema.MigrationFolder;
import de.qapix.schema.ScratchCache;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Puts the parts of the schema checks together. */
final class Checks implements SchemaChecks {

  @Override
  public Findings own(Workplace place, boolean strict) {
    Database database = place.database();
    String shared = database.settings().sharedSchema();
    return new OwnCheck(database.unpooled(), shared, Needs.of(shared), strict).findings();
  }

  @Override
  public Findings of(Workplace place, MigrationFolder folder, List<String> schemas)
      throws IOException, InterruptedException, SQLException {
    return new FolderCheck(catalogs(place), folder, schemas, Path.of(""))
        .findings(
            place.hasDatabase()
                ? Optional.of(DSL.using(place.database().dataSource(), SQLDialect.POSTGRES))
                : Optional.empty());
  }

  @Override
  public Catalog catalog(Workplace place, MigrationFolder folder, List<String> schemas)
      throws IOException, InterruptedException, SQLException {
    return catalogs(place).of(folder, schemas).catalog();
  }

  @Override
  public Catalog catalog(ConnectionSettings settings) throws SQLException {
    try (Database database = Database.open(settings)) {
      return CatalogReader.read(DSL.using(database.dataSource(), SQLDialect.POSTGRES));
    }
  }

  /** What becomes of folders of migrations. */
  static FolderCatalogs catalogs(Workplace place) {
    return new FolderCatalogs(
        place::embeddedServer,
        place.embeddedVersion(),
        new ScratchCache(place.cacheFolder().resolve("catalogs")));
  }
}

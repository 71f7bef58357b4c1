package de.qapix.migrate;

import org.flywaydb.core.api.MigrationInfo;

/**
 * A migration as Flyway writes it into its history.
 *
 * @param version its number; empty for one that is applied whenever it changes
 * @param type {@code SQL}, but for what Flyway itself has done
 * @param script the name of its file
 * @param checksum Flyway's; null where it has none
 */
record Migration(String version, String description, String type, String script, Integer checksum) {

  static final String SQL = "SQL";

  static Migration of(MigrationInfo info) {
    return new Migration(
        info.isVersioned() ? info.getVersion().getVersion() : "",
        info.getDescription(),
        info.getType().name(),
        info.getScript(),
        info.getChecksum());
  }
}

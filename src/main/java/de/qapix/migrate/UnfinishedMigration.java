package de.qapix.migrate;

/**
 * How far a migration has come that was begun and did not come to its end.
 *
 * @param place the statement with which the next migrate goes on, as file and line; the file alone
 *     where only the entry in the history is missing
 * @param done how many of its statements are done
 * @param statements how many there are, without those that only set something
 */
public record UnfinishedMigration(String place, int done, int statements) {

  static UnfinishedMigration of(MigrationScript script, int done) {
    String line =
        script.works().stream()
            .skip(done)
            .findFirst()
            .map(statement -> ":" + statement.line())
            .orElse("");
    return new UnfinishedMigration(script.file() + line, done, script.works().size());
  }
}

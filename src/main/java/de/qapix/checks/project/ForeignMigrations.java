package de.qapix.checks.project;

import de.qapix.checks.scratch.FolderScript;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.scratch.MigrationFolderException;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.Locale;
import java.util.Optional;

/** Migrations that make tables as only another database can. */
final class ForeignMigrations {

  private ForeignMigrations() {}

  /**
   * The same folder.
   *
   * @throws MigrationFolderException when it is for another database
   */
  static MigrationFolder refused(MigrationFolder folder) {
    folder.scripts().stream()
        .flatMap(script -> database(script).stream())
        .findFirst()
        .ifPresent(
            database -> {
              throw MigrationFolderException.notPostgresql(folder.folder(), database);
            });
    return folder;
  }

  private static Optional<String> database(FolderScript script) {
    SqlTokens tokens = SqlTokens.of(script.sql());
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.at(at).kind() == Token.Kind.WORD) {
        Optional<String> database = database(tokens, at);
        if (database.isPresent()) {
          return database;
        }
      } else if (tokens.isSymbol(at, '`') && tokens.is(at - 1, "table", "exists", "into", "from")) {
        return Optional.of("MySQL");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> database(SqlTokens tokens, int at) {
    return switch (tokens.at(at).text().toLowerCase(Locale.ROOT)) {
      case "engine" -> engine(tokens.isSymbol(at + 1, '=') ? tokens.name(at + 2) : "");
      case "auto_increment" -> Optional.of("MySQL");
      case "autoincrement" -> Optional.of("SQLite");
      case "lowcardinality" -> tokens.isOpen(at + 1) ? Optional.of("ClickHouse") : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> engine(String name) {
    return switch (name) {
      case "" -> Optional.empty();
      case "innodb", "myisam" -> Optional.of("MySQL");
      default -> name.contains("mergetree") ? Optional.of("ClickHouse") : Optional.empty();
    };
  }
}

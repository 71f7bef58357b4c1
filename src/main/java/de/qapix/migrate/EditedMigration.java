package de.qapix.migrate;

import java.util.List;

/**
 * A migration whose text is another one than was applied.
 *
 * @param lines what differs: lines that begin with {@code -} were applied, those with {@code +} are
 *     there now
 */
public record EditedMigration(String version, String description, List<String> lines) {

  public EditedMigration {
    lines = List.copyOf(lines);
  }
}

package de.qapix.checks.project;

import de.qapix.checks.scratch.MigrationFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A database that a repository seems to have. Paths begin at the folder that was searched.
 *
 * @param source the package in which its migrations lie, if there is code in it
 * @param exclude packages of other databases below that
 */
public record ProposedDatabase(
    String name,
    Path migrations,
    MigrationFolder.Layout layout,
    int count,
    Optional<Path> source,
    List<Path> exclude) {

  public ProposedDatabase {
    exclude = List.copyOf(exclude);
  }
}

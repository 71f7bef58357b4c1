package de.qapix.checks.project;

import de.qapix.checks.scratch.MigrationFolder;
import java.nio.file.Path;
import java.util.List;

/**
 * A database that a repository seems to have. Paths begin at the folder that was searched.
 *
 * @param source the package in which its migrations lie and those that use it, as far as there is
 *     code in them; the whole repository where there is no other database
 * @param exclude packages of other databases below that
 */
public record ProposedDatabase(
    String name,
    Path migrations,
    MigrationFolder.Layout layout,
    int count,
    List<Path> source,
    List<Path> exclude) {

  public ProposedDatabase {
    source = List.copyOf(source);
    exclude = List.copyOf(exclude);
  }
}

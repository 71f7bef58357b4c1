package de.qapix.checks.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One database of a project. All paths and patterns begin where the command runs.
 *
 * @param migrations the folder of its migrations
 * @param schemas that are there before the first migration
 * @param source patterns of files in TypeScript and JavaScript with queries for it
 * @param sql patterns of files of SQL with queries for it
 * @param exclude patterns of files and folders that do not count
 * @param env the variable that holds the address of a live database
 */
public record ProjectDatabase(
    String name,
    Optional<Path> migrations,
    List<String> schemas,
    List<String> source,
    List<String> sql,
    List<String> exclude,
    Optional<String> env) {

  public ProjectDatabase {
    schemas = List.copyOf(schemas);
    source = List.copyOf(source);
    sql = List.copyOf(sql);
    exclude = List.copyOf(exclude);
  }
}

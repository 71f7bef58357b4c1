package de.qapix.checks.scratch;

import de.qapix.catalog.Catalog;
import java.util.List;

/**
 * What a folder of migrations makes.
 *
 * @param standIns extensions that were not there and for which something stood in
 * @param roles the same for roles
 */
public record FolderCatalog(Catalog catalog, List<String> standIns, List<String> roles) {

  public FolderCatalog {
    standIns = List.copyOf(standIns);
    roles = List.copyOf(roles);
  }
}

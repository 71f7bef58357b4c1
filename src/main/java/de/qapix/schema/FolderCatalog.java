package de.qapix.schema;

import java.util.List;

/**
 * What a folder of migrations makes.
 *
 * @param standIns extensions that were not there and for which something stood in
 */
public record FolderCatalog(Catalog catalog, List<String> standIns) {

  public FolderCatalog {
    standIns = List.copyOf(standIns);
  }
}

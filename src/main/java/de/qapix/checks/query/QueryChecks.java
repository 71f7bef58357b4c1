package de.qapix.checks.query;

import de.qapix.checks.names.FormerTables;
import de.qapix.checks.text.QueryFile;

/** Checks the queries of files against a database, one file at a time. */
public final class QueryChecks {

  private final ServerDescriber server;
  private final Schema schema;

  private QueryChecks(ServerDescriber server, Schema schema) {
    this.server = server;
    this.schema = schema;
  }

  /** Against the database of a server, whose names are read once. */
  public static QueryChecks against(ServerDescriber server) {
    return against(server, FormerTables.NONE);
  }

  /** The same where migrations have made tables that are there no more. */
  static QueryChecks against(ServerDescriber server, FormerTables former) {
    return new QueryChecks(server, Schema.of(server, former));
  }

  /** Checks all queries of a file. */
  public FileReport check(QueryFile file) {
    return new FileChecks(file, new FileVerdicts(server, schema, file)).report();
  }
}

package de.qapix.catalog;

import de.qapix.sql.Keywords;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The part of a database that qapix's own migrations make. */
public final class OwnCatalog {

  private static final String OURS = "qapix";
  private static final String HISTORY = "flyway_schema_history";
  private static final String MADE_IN = "public";

  /** The tables that another application reads; they need no quotes. */
  public static final List<String> SHARED_TABLES = List.of("calendly_events", "custom_activities");

  private final String shared;

  /**
   * @param shared the schema of the two shared tables, without quotes
   */
  public OwnCatalog(String shared) {
    this.shared = Keywords.quoted(shared);
  }

  /** What the migrations of this build make, as the build has seen it. */
  public Catalog expected() {
    Catalog made = CatalogJson.read(CatalogQueries.text("expected.json"));
    return new Catalog(made.serverVersion(), made.objects().stream().map(this::moved).toList())
        .only(this::isOurs);
  }

  /** The same part of a live database. */
  public Catalog of(Catalog live) {
    return live.only(this::isOurs);
  }

  private boolean isOurs(ObjectName name) {
    return isShared(name) || (name.schema().equals(OURS) && !name.table().equals(HISTORY));
  }

  /** What keeps rows of ours from being written to the two shared tables of a database. */
  public List<TableProblem> problems(Catalog live) {
    return new SharedTableProblems(expected().only(this::isShared), live.only(this::isShared))
        .all();
  }

  /** Whether it is one of the two tables that another application reads, or part of one. */
  public boolean isShared(ObjectName name) {
    return name.schema().equals(shared) && SHARED_TABLES.contains(name.table());
  }

  /** The build makes the shared tables in the schema public. */
  private SchemaObject moved(SchemaObject object) {
    ObjectName name = object.name();
    Map<String, String> traits = new TreeMap<>();
    object.traits().forEach((trait, text) -> traits.put(trait, moved(text)));
    boolean moves = name.schema().equals(MADE_IN);
    return new SchemaObject(
        moves ? new ObjectName(name.kind(), shared, name.table(), name.name()) : name, traits);
  }

  private String moved(String text) {
    String moved = text;
    for (String table : SHARED_TABLES) {
      moved = moved.replace(MADE_IN + "." + table, shared + "." + table);
    }
    return moved;
  }
}

package de.qapix.checks.script;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import de.qapix.files.ResourceText;
import de.qapix.postgres.EmbeddedServer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Extensions that migrations want and the embedded server does not have. */
public final class StandInExtensions {

  /** Whether a database has some. */
  static final String ANY =
      "select exists (select from pg_catalog.pg_extension e join pg_catalog.pg_available_extensions"
          + " a on a.name = e.extname where a.comment = '"
          + EmbeddedServer.STAND_IN
          + "')";

  /** Whether some of those have nothing in them. */
  static final String EMPTY =
      ANY.substring(0, ANY.length() - 1)
          + " and not exists (select from pg_catalog.pg_depend d where d.refobjid = e.oid and"
          + " d.deptype = 'e'))";

  private static final Pattern WANTED =
      Pattern.compile(
          "create\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?(?:\"(?<quoted>[^\"]+)\"|(?<plain>\\w+))"
              + "(?:\\s+with)?(?:\\s+schema\\s+(?:\"[^\"]+\"|\\w+))?"
              + "(?:\\s+version\\s+['\"]?(?<version>[\\w.-]+))?",
          Pattern.CASE_INSENSITIVE);

  /** Migrations ask whether a version is new enough. */
  private static final Map<String, String> VERSIONS =
      Map.of(
          "pg_cron", "1.6",
          "pg_net", "0.20.0",
          "pg_partman", "5.3.0",
          "pgmq", "1.9.0",
          "postgis", "3.6.0",
          "timescaledb", "2.24.0",
          "vector", "0.8.1");

  private static final String USUAL = "1";

  /** Those that insist on a schema. */
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "age", "ag_catalog",
          "pg_graphql", "graphql",
          "pgmq", "pgmq",
          "pgsodium", "pgsodium",
          "supabase_vault", "vault");

  /** A function in one of these can be made, and fails when it is called. */
  private static final Set<String> LANGUAGES =
      Set.of(
          "plcoffee",
          "pljava",
          "plls",
          "pllua",
          "pllua_u",
          "plperlu",
          "plpython2u",
          "plpython3u",
          "plpythonu",
          "plr",
          "plrust",
          "plsh",
          "pltclu",
          "plv8");

  private StandInExtensions() {}

  /** Offers whatever a text seems to want; what it only mentions does no harm. */
  public static void offer(EmbeddedServer server, FolderScript script) throws IOException {
    Matcher wanted = WANTED.matcher(script.sql());
    while (wanted.find()) {
      String name =
          Optional.ofNullable(wanted.group("quoted"))
              .orElseGet(() -> wanted.group("plain").toLowerCase(Locale.ROOT));
      String version =
          Optional.ofNullable(wanted.group("version"))
              .orElseGet(() -> VERSIONS.getOrDefault(name, USUAL));
      server.offerExtension(name, version, content(name), Optional.ofNullable(SCHEMAS.get(name)));
    }
  }

  /** What the known ones have in them; the others are empty. */
  private static String content(String name) {
    if (!name.matches("\\w+")) {
      return "";
    }
    if (LANGUAGES.contains(name)) {
      return "create trusted language " + name + " handler pg_catalog.plpgsql_call_handler;";
    }
    return ResourceText.find(StandInExtensions.class, "extension/" + name + ".sql").orElse("");
  }

  /** The stand-ins in a database. */
  public static List<String> in(DSLContext db) {
    Field<String> extension = field(name("e", "extname"), SQLDataType.VARCHAR);
    return db.select(extension)
        .from(table(name("pg_catalog", "pg_extension")).as("e"))
        .join(table(name("pg_catalog", "pg_available_extensions")).as("a"))
        .on(field(name("a", "name"), SQLDataType.VARCHAR).eq(extension))
        .where(field(name("a", "comment"), SQLDataType.VARCHAR).eq(EmbeddedServer.STAND_IN))
        .and(extension.startsWith(Platform.HIDDEN).not())
        .orderBy(extension)
        .fetch(extension);
  }
}

package de.qapix.checks.script;

import de.qapix.files.ResourceText;
import de.qapix.postgres.EmbeddedServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Supabase has in each database before the first migration: its schemas with their tables and
 * functions. Made when a script misses them, unless the scripts make such a schema themselves.
 */
public final class Platform {

  /** The extension that brings it all; extensions of this beginning are nobody's business. */
  public static final String HIDDEN = "qapix-";

  private static final String NAME = "Supabase";
  private static final String EXTENSION = HIDDEN + "supabase";
  private static final String VERSION = "1";

  /** Where names without a schema are looked for, too. */
  private static final String SEARCHED = "extensions";

  private static final String SCHEMAS =
      "(auth|storage|extensions|realtime|vault|graphql|graphql_public|supabase_functions"
          + "|supabase_migrations|pgbouncer)";
  private static final Pattern MISSING =
      Pattern.compile(
          "schema \"(?<schema>"
              + SCHEMAS
              + ")\" does not exist|(relation|type) \"(?<owner>"
              + SCHEMAS
              + ")\\..* does not exist|function (?<of>"
              + SCHEMAS
              + ")\\..* does not exist|publication \"supabase_realtime\" does not exist");

  private final Collection<FolderScript> scripts;
  private final Consumer<String> made;
  private boolean there;

  /**
   * @param scripts all of a folder
   * @param made is told the platform's name
   */
  Platform(Collection<FolderScript> scripts, Consumer<String> made) {
    this.scripts = List.copyOf(scripts);
    this.made = made;
  }

  /** Whether a schema is one that it brings with it. */
  public static boolean has(String schema) {
    return schema.matches(SCHEMAS);
  }

  /** Lets scratch databases make it. */
  public static void offer(EmbeddedServer server) throws IOException {
    server.offerExtension(
        EXTENSION, VERSION, ResourceText.read(Platform.class, "supabase.sql"), Optional.empty());
  }

  /** Whether these are migrations of a project of Supabase's, which can count on all of it. */
  boolean isSure() {
    return !there
        && scripts.stream().anyMatch(script -> script.sending() == Sending.TRANSACTION_OR_ALONE);
  }

  /** Whether it is here now, and was not before, as something of it was missing. */
  boolean standIn(SQLException failure, Connection connection) throws SQLException {
    Matcher missing = MISSING.matcher(String.valueOf(failure.getMessage()));
    if (there || !missing.find() || isMadeByThemselves(missing)) {
      return false;
    }
    make(connection);
    return true;
  }

  private boolean isMadeByThemselves(Matcher missing) {
    String schema = missing.group("schema");
    String other = schema != null ? schema : missing.group("owner");
    String name = other != null ? other : missing.group("of");
    if (name == null || name.equals(SEARCHED)) {
      return false;
    }
    Pattern creation =
        Pattern.compile(
            "create\\s+schema\\s+(if\\s+not\\s+exists\\s+)?\"?" + name + "\\b",
            Pattern.CASE_INSENSITIVE);
    return scripts.stream().anyMatch(script -> creation.matcher(script.sql()).find());
  }

  /** Makes it now, with the extensions that it always has. */
  void make(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists \"" + EXTENSION + "\"");
      for (String extension : new String[] {"uuid-ossp", "pgcrypto"}) {
        statement.execute(
            "create extension if not exists \"" + extension + "\" with schema extensions");
      }
      statement.execute(
          "select set_config('search_path', current_setting('search_path') || ', extensions',"
              + " false)");
    }
    there = true;
    made.accept(NAME);
  }

  /** What a session's search path has at its end. */
  String searched() {
    return there ? ", " + SEARCHED : "";
  }
}

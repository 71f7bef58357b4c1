package de.qapix.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The extensions that the server can make, and stand-ins for those that this build lacks. */
final class Extensions {

  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*(-[a-z0-9_]+)*");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.]+(-[A-Za-z0-9_.]+)*");
  private static final Pattern TRUSTED = Pattern.compile("(?m)^\\s*trusted\\s*=\\s*true");
  private static final int LONGEST = 60;

  /** Not trusted by PostgreSQL, though nothing in them reaches beyond the database. */
  private static final Set<String> HARMLESS =
      Set.of(
          "amcheck",
          "autoinc",
          "bloom",
          "dict_xsyn",
          "earthdistance",
          "insert_username",
          "moddatetime",
          "pg_buffercache",
          "pg_freespacemap",
          "pg_stat_statements",
          "pg_visibility",
          "pgrowlocks",
          "pgstattuple");

  /** The server would let everybody make it everywhere: the user's own database wants the truth. */
  private static final String ONLY_HERE =
      """
      do language plpgsql $$
      begin
        if not pg_catalog.starts_with(pg_catalog.current_database()::pg_catalog.text, '%s'::pg_catalog.text) then
          raise exception 'this is only a stand-in for the extension';
        end if;
      end $$;
      """
          .formatted(ServerAdministrator.SCRATCH);

  private final Path folder;

  Extensions(Path binaries) {
    this.folder = binaries.resolve("share").resolve("postgresql").resolve("extension");
  }

  /** Lets the owner of a database make this extension, if need be as a stand-in. */
  void offer(String name, String version, String script, Optional<String> schema)
      throws IOException {
    if (!NAME.matcher(name).matches()
        || !VERSION.matcher(version).matches()
        || name.length() + version.length() > LONGEST) {
      return;
    }
    Path control = folder.resolve(name + ".control");
    if (Files.exists(control) && !isStandIn(control)) {
      if (isTrusted(control) || trust(control, name)) {
        return;
      }
      removeScripts(name);
    }
    write(folder.resolve(name + "--" + version + ".sql"), ONLY_HERE + script);
    write(
        control,
        """
        comment = '%s'
        default_version = '%s'
        trusted = true
        %s\
        """
            .formatted(
                EmbeddedServer.STAND_IN,
                version,
                schema.map(only -> "schema = '" + only + "'\n").orElse("")));
  }

  private static boolean isStandIn(Path control) throws IOException {
    return Files.readString(control).contains(EmbeddedServer.STAND_IN);
  }

  private static boolean isTrusted(Path control) throws IOException {
    return TRUSTED.matcher(Files.readString(control)).find();
  }

  private static boolean trust(Path control, String name) throws IOException {
    if (HARMLESS.contains(name)) {
      PrivateFolder.write(control, Files.readString(control) + "trusted = true\n");
      return true;
    }
    return false;
  }

  /** Those of what is real and reaches beyond the database: nobody here may ever make it. */
  private void removeScripts(String name) throws IOException {
    try (DirectoryStream<Path> scripts = Files.newDirectoryStream(folder, name + "--[0-9]*.sql")) {
      for (Path script : scripts) {
        Files.delete(script);
      }
    }
  }

  private static void write(Path file, String content) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(content)) {
      PrivateFolder.write(file, content);
    }
  }
}

package de.qapix.checks.script;

import de.qapix.postgres.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Roles that migrations name, as those of a real database, and that others stand in for. */
public final class ScratchRoles {

  private static final Pattern MISSING =
      Pattern.compile(
          "role \"(?<missing>.+)\" does not exist|must be able to SET ROLE \"(?<barred>.+)\"");

  /** Who gets a table must be allowed to make one there. */
  private static final String LET_IN =
      """
      do $let_in$
      declare
        schema pg_catalog.name;
      begin
        for schema in
          select nspname from pg_catalog.pg_namespace where pg_catalog.pg_has_role(nspowner, 'usage')
        loop
          execute pg_catalog.format('grant create on schema %%I to %%I', schema, '%1$s');
        end loop;
        execute pg_catalog.format('alter default privileges grant create on schemas to %%I', '%1$s');
      end $let_in$
      """;

  private final ScratchDatabase database;

  public ScratchRoles(ScratchDatabase database) {
    this.database = database;
  }

  /**
   * Whether it is worth trying again what has failed.
   *
   * @param connection of the scratch database, in no transaction that has failed
   */
  public boolean standIn(SQLException failure, Connection connection) throws SQLException {
    Optional<String> role = missing(failure);
    return role.isPresent() && lend(role.get(), connection);
  }

  /** Whether there is a new one of this name now. */
  boolean lend(String role, Connection connection) throws SQLException {
    if (!database.lendRole(role)) {
      return false;
    }
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(LET_IN.formatted(database.guests()));
    }
    return true;
  }

  /**
   * Takes back what they may do only to get tables here: it is none of what migrations have
   * granted.
   */
  public void letOut() throws SQLException {
    try (Connection connection = database.scripts().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop owned by \"%s\"".formatted(database.guests()));
    }
  }

  private static Optional<String> missing(SQLException failure) {
    Matcher message = MISSING.matcher(String.valueOf(failure.getMessage()));
    return message.find()
        ? Optional.ofNullable(message.group("missing"))
            .or(() -> Optional.of(message.group("barred")))
        : Optional.empty();
  }

  /** Those that are not real. */
  public List<String> names() {
    return database.lentRoles();
  }
}

package de.qapix.checks.lint;

import java.sql.Connection;
import java.sql.SQLException;

/** Gives the scratch database what a real one has and a script has missed. */
public interface MissingRoleRemedy {

  /** For what can only be told. */
  MissingRoleRemedy NONE = (failure, connection) -> false;

  /** Whether it is worth trying again what has failed on this connection and was taken back. */
  boolean helps(SQLException failure, Connection connection) throws SQLException;
}

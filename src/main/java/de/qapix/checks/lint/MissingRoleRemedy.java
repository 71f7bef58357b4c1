package de.qapix.checks.lint;

import java.sql.Connection;
import java.sql.SQLException;

/** Gives the scratch database what a real one has and a script has missed. */
@FunctionalInterface
public interface MissingRoleRemedy {

  /** Whether it is worth trying again what has failed on this connection and was taken back. */
  boolean helps(SQLException failure, Connection connection) throws SQLException;
}

package de.qapix.migrate;

import java.sql.Connection;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;

/** Opens connections for jOOQ that are set as those of Flyway are. */
final class ConfiguredConnections extends DataSourceConnectionProvider {

  private final SessionSettings settings;

  ConfiguredConnections(DataSource source, SessionSettings settings) {
    super(source);
    this.settings = settings;
  }

  @Override
  public Connection acquire() {
    Connection connection = super.acquire();
    try {
      settings.apply(DSL.using(connection, SQLDialect.POSTGRES));
      return connection;
    } catch (RuntimeException failure) {
      release(connection);
      throw failure;
    }
  }
}

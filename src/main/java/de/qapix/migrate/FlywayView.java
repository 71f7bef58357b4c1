package de.qapix.migrate;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.flywaydb.core.api.output.RepairResult;

/** What Flyway sees. It sends thirty messages and searches the jar each time it is asked. */
final class FlywayView {

  private final DataSource source;
  private final String shared;
  private final String initSql;
  private final List<String> locations;

  /**
   * @param initSql is run on each connection that Flyway opens
   */
  FlywayView(DataSource source, String shared, String initSql, List<String> locations) {
    this.source = source;
    this.shared = shared;
    this.initSql = initSql;
    this.locations = List.copyOf(locations);
  }

  /** All migrations that this qapix or this database knows; those that were applied come first. */
  List<MigrationInfo> all() {
    return List.of(flyway().info().all());
  }

  /** The pending ones, in the order in which they would be applied. */
  List<Migration> pending() {
    return List.of(flyway().info().pending()).stream().map(Migration::of).toList();
  }

  RepairResult repair() {
    return flyway().repair();
  }

  private Flyway flyway() {
    return Flyway.configure(FlywayView.class.getClassLoader())
        .loggers(SilentLog.class.getName())
        .dataSource(source)
        .initSql(initSql)
        .connectRetries(0)
        .locations(locations.toArray(String[]::new))
        .schemas(HistoryTable.SCHEMA)
        .createSchemas(false)
        .table(HistoryTable.NAME)
        .placeholders(Map.of("shared", shared))
        .cleanDisabled(true)
        .load();
  }

  /** Keeps Flyway quiet: what there is to say, qapix says itself. Made by Flyway, by its name. */
  public static final class SilentLog implements LogCreator, Log {

    @Override
    public Log createLogger(Class<?> source) {
      return this;
    }

    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Exception failure) {}

    @Override
    public void notice(String message) {}
  }
}

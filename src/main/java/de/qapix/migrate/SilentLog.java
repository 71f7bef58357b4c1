package de.qapix.migrate;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Keeps Flyway quiet: what there is to say, qapix says itself. Made by Flyway, by its name. */
public final class SilentLog implements LogCreator, Log {

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

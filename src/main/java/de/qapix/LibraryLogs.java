package de.qapix;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What libraries log goes to standard error, a line each: warnings, and no more. */
final class LibraryLogs {

  /** Java forgets the level of a logger that nobody holds. */
  private static final List<Logger> LOGGERS =
      List.of(
          // What goes wrong with a connection is told by us.
          limited("org.apache.hc", Level.OFF),
          limited("org.jooq", Level.WARNING),
          // It warns of versions 13 and 14, with which qapix is tried.
          limited("org.jooq.impl.DefaultExecuteContext.logVersionSupport", Level.OFF));

  private LibraryLogs() {}

  static void limit() {
    // Else SLF4J would look for it in the whole jar, and it tells that it does as it is told.
    System.setProperty("slf4j.provider", "org.slf4j.jul.JULServiceProvider");
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s: %5$s%n");
    assert !LOGGERS.isEmpty();
  }

  private static Logger limited(String name, Level level) {
    Logger logger = Logger.getLogger(name);
    logger.setLevel(level);
    return logger;
  }
}

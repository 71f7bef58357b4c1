package de.qapix.cli;

import de.qapix.finding.Findings;

/** What {@code qapix schema check} has others do. */
public interface SchemaChecks {

  /**
   * Compares the database of a workplace with what the migrations of this build make.
   *
   * @param strict whether additions to the shared tables are errors
   */
  Findings own(Workplace place, boolean strict);
}

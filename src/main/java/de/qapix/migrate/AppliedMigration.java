package de.qapix.migrate;

import java.time.Duration;

/** One migration that a run of migrate has just applied, and how long that took. */
public record AppliedMigration(String version, String description, Duration took) {}

package de.qapix.migrate;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.qapix.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Migrations that give up early. */
public final class TestMigrations {

  static final LockTimeouts HASTY =
      new LockTimeouts(
          Duration.ofMillis(150),
          3,
          Duration.ofMillis(20),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60));

  static Migrations of(TestDatabase database, String shared) {
    return new Migrations(database.dataSource(), shared, HASTY, List.of("classpath:db/migration"));
  }

  /** With the migrations of one more folder. */
  public static Migrations with(TestDatabase database, String location) {
    return with(database, location, HASTY);
  }

  static Migrations with(TestDatabase database, String location, LockTimeouts patience) {
    return new Migrations(
        database.dataSource(), "public", patience, List.of("classpath:db/migration", location));
  }

  /** Those of one folder, and none of ours. */
  public static Migrations in(TestDatabase database, Path folder) {
    return new Migrations(database.dataSource(), "public", HASTY, List.of("filesystem:" + folder));
  }

  static Obstacle obstacle(Migrations migrations) {
    return catchThrowableOfType(
            MigrationException.class, () -> migrations.migrate(MigrationWatch.none()))
        .obstacle();
  }

  private TestMigrations() {}
}

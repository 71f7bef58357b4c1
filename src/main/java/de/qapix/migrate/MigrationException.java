package de.qapix.migrate;

/** A migration could not be done, for a reason that a person can do something about. */
public final class MigrationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Obstacle obstacle;

  MigrationException(Obstacle obstacle) {
    this(obstacle, null);
  }

  MigrationException(Obstacle obstacle, Throwable cause) {
    super(obstacle.toString(), cause);
    this.obstacle = obstacle;
  }

  /** What was in the way. */
  public Obstacle obstacle() {
    return obstacle;
  }
}

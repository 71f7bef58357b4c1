package de.qapix.cli;

/** What a command tells the shell. */
public enum ExitCode {
  /** Done; also a partial sync, unless {@code --detailed-exitcode}. */
  DONE(0),
  /** The thing asked about is not in order. */
  NOT_IN_ORDER(1),
  /** Wrong option, value or setting. */
  WRONG_USE(2),
  /** The time limit passed first. Run the command again to go on. */
  PARTIAL(3),
  /** Something needed cannot be reached or refuses us: database, API, token. */
  UNAVAILABLE(4),
  /** Another run holds the lock. */
  LOCKED(5),
  /** A bug of ours. */
  BUG(70),
  /** Standard output cannot be written to. */
  UNWRITABLE(74);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }
}

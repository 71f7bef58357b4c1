package de.qapix.cli;

/** How much goes to standard error; each level holds those before it. */
public enum Verbosity {
  /** Errors only. */
  QUIET,
  /** Progress and what the user should know. */
  NOTICES,
  /** Requests for lists, and those that did not succeed. */
  LISTS,
  /** All requests. */
  REQUESTS
}

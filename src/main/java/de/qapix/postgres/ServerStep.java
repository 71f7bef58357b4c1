package de.qapix.postgres;

/** What takes a moment when the embedded server is needed, for telling the user. */
public enum ServerStep {
  /** The programs are unpacked; once a version. */
  UNPACKING,
  /** The data folder is made; once. */
  CREATING,
  STARTING
}

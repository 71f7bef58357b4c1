package de.qapix.checks.scan;

/** Is told how far a check has come, by several threads at once. */
public interface QueryProgress {

  /** In so many files queries were looked for. */
  void read(int files, int of);

  /** The queries of so many files were checked. */
  void checked(int files, int of);
}

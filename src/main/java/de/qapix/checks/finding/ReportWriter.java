package de.qapix.checks.finding;

/** A way to write a check down. */
public interface ReportWriter {

  /** Whole lines, the last one ended too. */
  String write(CheckReport check, Wording words);
}

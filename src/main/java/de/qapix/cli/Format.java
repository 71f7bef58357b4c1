package de.qapix.cli;

/** How a result is printed. */
enum Format {
  text,
  json
}

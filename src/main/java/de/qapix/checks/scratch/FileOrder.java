package de.qapix.checks.scratch;

import static java.util.Comparator.comparing;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The orders in which files are applied. */
final class FileOrder {

  private static final Pattern NUMBERED =
      Pattern.compile("(\\d+)(?:(?:[._ -]|T\\d).*)?\\.sql", Pattern.CASE_INSENSITIVE);

  static final Comparator<Path> BY_NAME = comparing(FileOrder::name);

  /** That of the numbers with which names begin; among equal ones, that of the names. */
  static final Comparator<Path> BY_NUMBER = comparing(FileOrder::number).thenComparing(BY_NAME);

  private FileOrder() {}

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Whether it is SQL whose name begins with a number or a time. */
  static boolean isNumbered(Path file) {
    return NUMBERED.matcher(name(file)).matches();
  }

  private static BigInteger number(Path file) {
    Matcher name = NUMBERED.matcher(name(file));
    return name.matches() ? new BigInteger(name.group(1)) : BigInteger.ZERO;
  }
}

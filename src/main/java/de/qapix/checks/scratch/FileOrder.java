package de.qapix.checks.scratch;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is in folders, and the orders in which files are applied. */
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

  /** The folder, and the one below it in which tools put migrations. */
  static List<Path> places(Path folder) {
    return Stream.of(folder, folder.resolve("migrations")).filter(Files::isDirectory).toList();
  }

  /** What is in a folder, by name. */
  static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted(BY_NAME).toList();
    }
  }

  /** All files of SQL in a folder, by name. */
  static List<Path> sql(Path folder) throws IOException {
    return entries(folder).stream()
        .filter(file -> name(file).toLowerCase(Locale.ROOT).endsWith(".sql"))
        .filter(Files::isRegularFile)
        .toList();
  }
}

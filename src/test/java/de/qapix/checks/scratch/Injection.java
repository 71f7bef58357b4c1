package de.qapix.checks.scratch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A change of the database in {@code shop.sql}, and the differences that it makes. */
public record Injection(List<String> differences, String sql) {

  /** Those of {@code injections.sql}. */
  public static List<Injection> all() {
    return Stream.of(resource("injections.sql").split("\n\n"))
        .skip(1)
        .map(Injection::read)
        .toList();
  }

  /** Different ones, chosen by chance that is the same each time. */
  public static List<Injection> some(Random chance, int count) {
    List<Injection> left = new ArrayList<>(all());
    return Stream.generate(() -> left.remove(chance.nextInt(left.size()))).limit(count).toList();
  }

  private static Injection read(String block) {
    return new Injection(
        block
            .lines()
            .filter(line -> line.startsWith("-- "))
            .map(line -> line.substring(3))
            .toList(),
        block);
  }

  static String resource(String name) {
    try (InputStream file = Injection.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public String toString() {
    return sql.lines().filter(line -> !line.startsWith("--")).findFirst().orElseThrow();
  }
}

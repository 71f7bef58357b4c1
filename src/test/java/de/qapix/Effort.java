package de.qapix;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much tests try that could try for ever: as much as is worth its time on each build, or all
 * with {@code mvn verify -Pfaults}.
 */
public final class Effort {

  private static final boolean ALL = Boolean.getBoolean("qapix.all-faults");

  private Effort() {}

  public static int of(int usual, int all) {
    return ALL ? all : usual;
  }

  /** Every third of them on each build, the first and the last among them; or all. */
  public static <T> Stream<T> some(T[] cases) {
    int last = cases.length - 1;
    return IntStream.rangeClosed(0, last)
        .filter(index -> ALL || index % 3 == 0 || index == last)
        .mapToObj(index -> cases[index]);
  }

  /** The servers for what hardly differs between them: usually the embedded one. */
  public static Stream<TestServer> servers() {
    return ALL ? Stream.of(TestServer.values()) : Stream.of(TestServer.V17);
  }
}

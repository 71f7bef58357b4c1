package de.qapix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;

/**
 * What {@link LauncherTest} has in place of qapix: it tells what reached it. Uses nothing but the
 * JDK.
 */
final class LauncherProbe {

  private LauncherProbe() {}

  public static void main(String[] arguments) throws IOException {
    switch (arguments.length == 0 ? "" : arguments[0]) {
      case "arguments" -> System.out.println(String.join("\n", arguments));
      case "environment" -> System.out.println(System.getenv(arguments[1]));
      case "property" -> System.out.println(System.getProperty(arguments[1]));
      case "java" ->
          System.out.println(
              String.join("\n", ManagementFactory.getRuntimeMXBean().getInputArguments()));
      case "exit" -> System.exit(Integer.parseInt(arguments[1]));
      case "wait" -> {
        System.out.println("ready");
        System.in.read();
        System.out.println(label());
      }
      default -> System.out.println(label());
    }
  }

  /** Tells one jar from another; read late, so that a jar that was replaced under us would show. */
  private static String label() throws IOException {
    try (InputStream label = LauncherProbe.class.getResourceAsStream("/label")) {
      return new String(label.readAllBytes(), UTF_8);
    }
  }
}

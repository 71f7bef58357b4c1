package de.qapix.checks.trial;

import de.qapix.postgres.EmbeddedServer;
import de.qapix.postgres.ScratchDatabase;
import java.io.PrintStream;
import java.nio.file.Path;

/** A process of its own that makes a scratch database, says so, and waits to be killed. */
final class ScratchCatalogProbe {

  private ScratchCatalogProbe() {}

  /** Argument: the server's folder. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    try (EmbeddedServer server = EmbeddedServer.open(Path.of(arguments[0]), "17.11.0", step -> {});
        ScratchDatabase database = server.scratch()) {
      out.println("made");
      int unused = System.in.read();
      assert database != null;
    }
  }
}

package de.qapix.cli.sync;

import de.qapix.cli.WrongUseException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which rejects a command is about: some by their keys, or all. */
final class RejectSelection {

  @Parameters(paramLabel = "<key>", arity = "0..*", descriptionKey = "rejects.key")
  private List<String> keys = new ArrayList<>();

  @Option(names = "--all", descriptionKey = "rejects.all")
  private boolean all;

  void check() {
    if (all == !keys.isEmpty()) {
      throw new WrongUseException("rejects.choose");
    }
  }

  boolean all() {
    return all;
  }

  List<String> keys() {
    return keys;
  }
}

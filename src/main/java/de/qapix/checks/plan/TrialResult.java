package de.qapix.checks.plan;

import de.qapix.catalog.CatalogDifference;
import java.util.List;

/** What became of a copy of one database when the statements ran that are to make it another. */
public sealed interface TrialResult {

  /** It became the other one, but for what is to be done by hand. */
  record Reached() implements TrialResult {}

  /**
   * The server refused a statement, and none ran after it.
   *
   * @param statement as it stands in the plan
   * @param message the server's words
   * @param behindByHand whether something was to be done by hand before it
   */
  record Refused(String statement, String message, boolean behindByHand) implements TrialResult {}

  /** All ran, and it is still different from the other one. */
  record Different(List<CatalogDifference> differences) implements TrialResult {

    public Different {
      differences = List.copyOf(differences);
    }
  }

  /**
   * There was no copy to try them on.
   *
   * @param message why, in the server's words
   */
  record NotTried(String message) implements TrialResult {}
}

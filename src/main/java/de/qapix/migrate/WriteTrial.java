package de.qapix.migrate;

import de.qapix.catalog.SideEffect;
import java.util.List;

/**
 * What came of an attempt to write to the two shared tables as a sync does.
 *
 * @param sideEffects why nothing was tried, as a rollback might not undo them; empty where it was
 * @param refusals what cannot be written
 */
public record WriteTrial(List<SideEffect> sideEffects, List<Refusal> refusals) {

  /** What was tried. */
  public enum Action {
    INSERT,
    UPDATE,
    DELETE
  }

  /**
   * What was refused.
   *
   * @param table with its schema, quoted where SQL needs it
   * @param message the server's; empty where it has said nothing and done nothing
   */
  public record Refusal(String table, Action action, String message) {}

  public WriteTrial {
    sideEffects = List.copyOf(sideEffects);
    refusals = List.copyOf(refusals);
  }

  /** Whether all was tried, and nothing refused. */
  public boolean passed() {
    return sideEffects.isEmpty() && refusals.isEmpty();
  }
}

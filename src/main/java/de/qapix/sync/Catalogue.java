package de.qapix.sync;

import de.qapix.api.UnreadableRecord;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * The small lists that are read whole in each run.
 *
 * @param rows writes them
 * @param unreadable records of these lists that could not be decoded
 */
public record Catalogue(Consumer<DSLContext> rows, List<UnreadableRecord> unreadable) {

  public Catalogue {
    unreadable = List.copyOf(unreadable);
  }
}

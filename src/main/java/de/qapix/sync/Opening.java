package de.qapix.sync;

import de.qapix.api.UnreadableRecord;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * What a run learns from its first requests.
 *
 * @param catalogue writes the small lists that are read whole at the start of each run
 * @param unreadable records of these lists that could not be decoded
 */
public record Opening(
    Account account, Consumer<DSLContext> catalogue, List<UnreadableRecord> unreadable) {}

package de.qapix.data.feed;

import de.qapix.data.api.UnreadableRecord;
import java.util.List;

/**
 * What a page shows that pages before it have not shown.
 *
 * @param records that were not shown before
 * @param newer records that were, and have changed since
 */
public record ShownPage<L>(List<L> records, List<L> newer, List<UnreadableRecord> unreadable) {}

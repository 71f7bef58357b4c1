package de.qapix.checks.server;

import de.qapix.checks.names.QueryRelation;

/**
 * A column that takes no null.
 *
 * @param hasDefault whether an INSERT can leave it out
 */
public record NotNullColumn(QueryRelation.Name name, boolean hasDefault) {}

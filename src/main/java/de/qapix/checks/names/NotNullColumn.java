package de.qapix.checks.names;

/**
 * A column that takes no null.
 *
 * @param hasDefault whether an INSERT can leave it out
 */
public record NotNullColumn(QueryRelation.Name name, boolean hasDefault) {}

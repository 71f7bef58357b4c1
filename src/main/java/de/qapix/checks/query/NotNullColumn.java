package de.qapix.checks.query;

import de.qapix.checks.names.QueryRelation;

/**
 * A column that takes no null.
 *
 * @param hasDefault whether an INSERT can leave it out
 */
record NotNullColumn(QueryRelation.Name name, boolean hasDefault) {}

package de.qapix.checks.evaluation;

/**
 * One branch of a decision.
 *
 * @param decision what it depends on; equal for the same
 */
public record Way(Object decision, int branch) {}

package de.qapix.checks.evaluation;

/**
 * One branch of a decision.
 *
 * @param decision what it depends on; equal for the same
 */
public record BranchTaken(Object decision, int branch) {}

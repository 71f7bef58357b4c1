package de.qapix.data.store;

/**
 * What makes two sweeps the same one: only a run with the same account, scope and options goes on
 * with an unfinished one.
 */
public record SweepKey(String source, String account, String scope, String options) {}

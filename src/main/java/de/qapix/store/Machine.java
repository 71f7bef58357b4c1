package de.qapix.store;

/**
 * Where a run runs.
 *
 * @param version of qapix
 */
public record Machine(String host, long pid, String version) {}

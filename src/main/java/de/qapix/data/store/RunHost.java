package de.qapix.data.store;

/**
 * Where a run runs.
 *
 * @param version of qapix
 */
public record RunHost(String host, long pid, String version) {}

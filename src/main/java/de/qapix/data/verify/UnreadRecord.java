package de.qapix.data.verify;

/**
 * A record that could not be read and so not be compared.
 *
 * @param kind what it is, e.g. {@code event}
 * @param known whether a sync has rejected it already
 */
public record UnreadRecord(String kind, String key, String reason, boolean known) {}

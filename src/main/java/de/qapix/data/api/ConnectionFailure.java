package de.qapix.data.api;

/**
 * A connection that was not made, or broke.
 *
 * @param place host and port that were tried: the proxy's where the trouble lies on the way
 * @param atProxy whether the place is a proxy
 * @param detail in the words of the JDK, where ours do not tell all, else empty; never with the
 *     token
 */
public record ConnectionFailure(
    ConnectionTrouble trouble, String place, boolean atProxy, String detail) {}

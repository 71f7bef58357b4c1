package de.qapix.sandbox;

/**
 * What a simulated Calendly has done so far.
 *
 * @param requests all that it was asked, whatever came of it
 * @param refused how many of them were over the rate limit (429)
 * @param mostAtOnce most requests that were under way at the same time
 */
public record Served(long requests, long refused, int mostAtOnce) {}

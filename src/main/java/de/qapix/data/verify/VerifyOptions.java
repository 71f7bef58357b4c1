package de.qapix.data.verify;

import de.qapix.data.sync.Window;

/**
 * What the user asks of a verification.
 *
 * @param sample the records of which all that belongs to them is read
 * @param concurrency requests under way at once, at most
 * @param limit how many differences of a kind are kept; the others are only counted
 */
public record VerifyOptions(Window window, Sample sample, int concurrency, int limit) {}

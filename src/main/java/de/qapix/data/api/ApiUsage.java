package de.qapix.data.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How hard an API has been worked.
 *
 * @param requests that were made, tries again included
 * @param waited how long requests had to wait for the limit or before a try again
 * @param waiting how long they still have to at present; zero when they go
 * @param latency how long an answer took on average; zero before the first
 * @param concurrency how many requests may be under way at once at present
 * @param heldUntil until when the limit holds back a request that had no time to wait for that;
 *     empty where it held none
 * @param quota what is known of the limit; empty where the API has none
 */
public record ApiUsage(
    int requests,
    Duration waited,
    Duration waiting,
    Duration latency,
    int concurrency,
    Optional<Instant> heldUntil,
    Optional<Quota> quota) {}

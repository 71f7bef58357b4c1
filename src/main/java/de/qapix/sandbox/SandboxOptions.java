package de.qapix.sandbox;

import java.time.Duration;

/**
 * What a sandbox is like.
 *
 * @param events about how many events lie from 90 days before now to 30 days after it
 * @param seed another seed makes another world
 * @param latency how long each answer takes
 * @param requestsPerMinute after which answers are 429; 0 for no limit
 * @param port 0 for any that is free
 */
public record SandboxOptions(
    int events, long seed, Duration latency, int requestsPerMinute, int port) {

  public SandboxOptions {
    if (events < 1 || latency.isNegative() || requestsPerMinute < 0 || port < 0) {
      throw new IllegalArgumentException("events, latency, requests per minute or port");
    }
  }

  /** No latency, no limit, any port. */
  public static SandboxOptions of(int events, long seed) {
    return new SandboxOptions(events, seed, Duration.ZERO, 0, 0);
  }
}

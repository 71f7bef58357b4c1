package de.qapix.sandbox;

import de.qapix.sandbox.limit.RateLimit;

/**
 * What a sandbox is like.
 *
 * @param events about how many events lie from 90 days before now to 30 days after it
 * @param seed another seed makes another world
 * @param changed share of the events, from 0 to 1, that look as if they had been touched yesterday
 * @param latency how long each answer takes
 * @param rateLimit after which answers are 429
 * @param faults which trouble it makes
 * @param port 0 for any that is free
 */
public record SandboxOptions(
    int events,
    long seed,
    double changed,
    Latency latency,
    RateLimit rateLimit,
    Faults faults,
    int port) {

  public SandboxOptions {
    if (events < 1 || changed < 0 || changed > 1 || port < 0) {
      throw new IllegalArgumentException("events, changed or port");
    }
  }

  /** No changes, no latency, no limit, no faults, any port. */
  public static SandboxOptions of(int events, long seed) {
    return new SandboxOptions(events, seed, 0, Latency.NONE, RateLimit.NONE, Faults.NONE, 0);
  }

  /** The same with this share of touched events. */
  public SandboxOptions changed(double share) {
    return new SandboxOptions(events, seed, share, latency, rateLimit, faults, port);
  }

  /** The same with another latency. */
  public SandboxOptions with(Latency other) {
    return new SandboxOptions(events, seed, changed, other, rateLimit, faults, port);
  }

  /** The same with another limit. */
  public SandboxOptions with(RateLimit other) {
    return new SandboxOptions(events, seed, changed, latency, other, faults, port);
  }

  /** The same with other faults. */
  public SandboxOptions with(Faults other) {
    return new SandboxOptions(events, seed, changed, latency, rateLimit, other, port);
  }

  /** The same on another port. */
  public SandboxOptions at(int other) {
    return new SandboxOptions(events, seed, changed, latency, rateLimit, faults, other);
  }
}

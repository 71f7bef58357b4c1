package de.qapix.sandbox;

import java.util.EnumMap;
import java.util.Map;

/** Counts what a server does. */
final class RequestCounts {

  private long requests;
  private long refused;
  private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  private int underWay;
  private int mostAtOnce;

  /** A request has come; says its number, from 1. */
  synchronized long began() {
    underWay++;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    return ++requests;
  }

  synchronized void ended() {
    underWay--;
  }

  synchronized void refused() {
    refused++;
  }

  /** There was trouble; says how often there has been the same. */
  synchronized long fault(Fault fault) {
    return faults.merge(fault, 1L, Long::sum);
  }

  synchronized SandboxStatistics served() {
    return new SandboxStatistics(requests, refused, faults, mostAtOnce);
  }
}

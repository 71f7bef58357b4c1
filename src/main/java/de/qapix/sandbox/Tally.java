package de.qapix.sandbox;

/** Counts what a server does. */
final class Tally {

  private long requests;
  private long refused;
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

  synchronized Served served() {
    return new Served(requests, refused, mostAtOnce);
  }
}

package de.qapix.data.api;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Breaks off requests that are over, from a thread that lives as long as there are any. */
final class RequestWatch {

  /** A run may be told to end at any time. */
  private static final int GLANCE_MILLIS = 50;

  /** Requests come one after another, and a new thread for each would be too much. */
  private static final int IDLE_GLANCES = 20;

  private final Set<PendingRequest> pending = ConcurrentHashMap.newKeySet();
  private boolean watching;

  void add(PendingRequest request) {
    pending.add(request);
    begin();
  }

  void remove(PendingRequest request) {
    pending.remove(request);
  }

  /** The one that this thread waits for. */
  PendingRequest current() {
    Thread thread = Thread.currentThread();
    return pending.stream().filter(request -> request.isOf(thread)).findAny().orElseThrow();
  }

  private synchronized void begin() {
    if (!watching) {
      watching = true;
      Thread thread = new Thread(this::watch, "qapix-request-watch");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void watch() {
    try {
      for (int idle = 0; idle < IDLE_GLANCES || goesOn(); idle++) {
        Thread.sleep(GLANCE_MILLIS);
        if (!pending.isEmpty()) {
          idle = 0;
          pending.forEach(PendingRequest::breakOffIfOver);
        }
      }
    } catch (InterruptedException impossible) {
      throw new IllegalStateException("nobody knows this thread", impossible);
    }
  }

  private synchronized boolean goesOn() {
    watching = !pending.isEmpty();
    return watching;
  }
}

package de.qapix.sandbox;

import de.qapix.sandbox.meetings.SeededChance;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Lets answers meet trouble. */
final class FaultHandler implements Handler {

  /** Faults and how many requests there have been since they began. */
  private record Running(Faults faults, AtomicLong requests) {}

  private final AtomicReference<Running> running = new AtomicReference<>();
  private final InstantSource clock;
  private final RequestCounts counts;
  private final WorldChanges churn;
  private final Handler next;

  FaultHandler(
      Faults faults, InstantSource clock, RequestCounts counts, WorldChanges churn, Handler next) {
    this.clock = clock;
    this.counts = counts;
    this.churn = churn;
    this.next = next;
    begin(faults);
  }

  /** From now on there is this trouble and no other. */
  void begin(Faults faults) {
    running.set(new Running(faults, new AtomicLong()));
  }

  Faults faults() {
    return running.get().faults();
  }

  @Override
  public Reply answer(Request request) {
    Running now = running.get();
    Faults faults = now.faults();
    long number = now.requests().incrementAndGet();
    if (faults.hasBegun(Fault.REVOKED, number)) {
      counts.fault(Fault.REVOKED);
      return Reply.of(
          SimulatedAnswer.problem(401, "Unauthenticated", "The access token was revoked"));
    }
    Optional<Scope> missing = faults.missing(request);
    if (missing.isPresent()) {
      counts.fault(Fault.SCOPE_MISSING);
      return Reply.of(SimulatedAnswer.scopeMissing(missing.get()));
    }
    Reply reply = reply(faults, number, standing(faults, number, request));
    churn(faults, number);
    return reply;
  }

  /** As a request of the owner or, once he no longer is one, of a mere member. */
  private Request standing(Faults faults, long number, Request request) {
    if (!faults.hasBegun(Fault.DEMOTED, number)) {
      return request;
    }
    counts.fault(Fault.DEMOTED);
    return request.ofMember();
  }

  private Reply reply(Faults faults, long number, Request request) {
    return faults
        .drawn(number)
        .filter(drawn -> drawn.concerns(request))
        .map(drawn -> FaultActions.reply(drawn, request, next, context(faults, number, drawn)))
        .orElseGet(() -> next.answer(request));
  }

  private FaultContext context(Faults faults, long number, Fault fault) {
    return new FaultContext(
        SeededChance.of(faults.seed(), "scene " + number), clock.instant(), counts.fault(fault));
  }

  private void churn(Faults faults, long number) {
    var random = SeededChance.of(faults.seed(), "churn " + number);
    if (random.nextDouble() < faults.share(Fault.CHURN) && churn.turn(random)) {
      counts.fault(Fault.CHURN);
    }
  }
}

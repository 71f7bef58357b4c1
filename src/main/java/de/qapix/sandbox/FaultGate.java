package de.qapix.sandbox;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Lets answers meet trouble. */
final class FaultGate implements Gate {

  /** Faults and how many requests there have been since they began. */
  private record Running(Faults faults, AtomicLong requests) {}

  private final AtomicReference<Running> running = new AtomicReference<>();
  private final InstantSource clock;
  private final Tally tally;
  private final Churn churn;
  private final Gate next;

  FaultGate(Faults faults, InstantSource clock, Tally tally, Churn churn, Gate next) {
    this.clock = clock;
    this.tally = tally;
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
      tally.fault(Fault.REVOKED);
      return Reply.of(Answer.problem(401, "Unauthenticated", "The access token was revoked"));
    }
    Optional<Scope> missing = faults.missing(request);
    if (missing.isPresent()) {
      tally.fault(Fault.SCOPE_MISSING);
      return Reply.of(Answer.scopeMissing(missing.get()));
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
    tally.fault(Fault.DEMOTED);
    return request.ofMember();
  }

  private Reply reply(Faults faults, long number, Request request) {
    return faults
        .drawn(number)
        .filter(drawn -> drawn.concerns(request))
        .map(drawn -> Troubles.reply(drawn, request, next, scene(faults, number, drawn)))
        .orElseGet(() -> next.answer(request));
  }

  private Scene scene(Faults faults, long number, Fault fault) {
    return new Scene(
        Chance.of(faults.seed(), "scene " + number), clock.instant(), tally.fault(fault));
  }

  private void churn(Faults faults, long number) {
    var random = Chance.of(faults.seed(), "churn " + number);
    if (random.nextDouble() < faults.share(Fault.CHURN) && churn.turn(random)) {
      tally.fault(Fault.CHURN);
    }
  }
}

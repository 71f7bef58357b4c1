package de.qapix.sandbox;

import de.qapix.sandbox.meetings.Meeting;
import de.qapix.sandbox.meetings.SeededChance;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which trouble a simulated Calendly makes, and how much of it. */
public final class Faults {

  /** No trouble. */
  public static final Faults NONE = new Faults(Map.of(), Map.of(), Set.of(), 0);

  private final Map<Fault, Double> shares;
  private final Map<Fault, Long> beginnings;
  private final Set<Scope> missing;
  private final long seed;

  /**
   * @param shares from 0 to 1: of the requests that a kind can befall; of events for {@link
   *     Fault#POISON} and {@link Fault#DELETED}
   * @param beginnings after how many requests what lasts begins
   * @param missing what the token may not do
   * @param seed another seed makes other requests meet it
   */
  Faults(Map<Fault, Double> shares, Map<Fault, Long> beginnings, Set<Scope> missing, long seed) {
    this.shares = Map.copyOf(shares);
    this.beginnings = Map.copyOf(beginnings);
    this.missing = Set.copyOf(missing);
    this.seed = seed;
    if (total(shares) > 1 + 1e-9) {
      throw new IllegalArgumentException("answers with trouble are more than all answers");
    }
  }

  static double total(Map<Fault, Double> shares) {
    return shares.entrySet().stream()
        .filter(share -> share.getKey().isOfAnswers())
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  double share(Fault fault) {
    return shares.getOrDefault(fault, 0.0);
  }

  /** The trouble that the request of this number is to meet, if it can. */
  Optional<Fault> drawn(long number) {
    double place = SeededChance.of(seed, "fault " + number).nextDouble();
    for (Fault fault : Arrays.stream(Fault.values()).filter(Fault::isOfAnswers).toList()) {
      place -= share(fault);
      if (place < 0) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  long seed() {
    return seed;
  }

  /** Whether what lasts once it has begun has done so for the request of this number. */
  boolean hasBegun(Fault fault, long number) {
    return beginnings.containsKey(fault) && number > beginnings.get(fault);
  }

  /** What the token would have to be allowed to do for this request, and is not. */
  Optional<Scope> missing(Request request) {
    return missing.stream().filter(scope -> scope.isNeededFor(request)).findFirst();
  }

  /** Whether Calendly no longer knows the event. */
  boolean isDeleted(Meeting meeting) {
    return share(Fault.DELETED) > 0
        && SeededChance.of(seed, "deleted " + meeting.id()).nextDouble() < share(Fault.DELETED);
  }

  /** What is wrong with the record of this event, if anything is. */
  Optional<RecordCorruption> poison(Meeting meeting) {
    if (share(Fault.POISON) == 0) {
      return Optional.empty();
    }
    var random = SeededChance.of(seed, "poison " + meeting.id());
    return random.nextDouble() < share(Fault.POISON)
        ? Optional.of(
            RecordCorruption.of(random.nextInt(RecordCorruption.values().length), meeting))
        : Optional.empty();
  }
}

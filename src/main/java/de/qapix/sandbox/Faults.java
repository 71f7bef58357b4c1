package de.qapix.sandbox;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which trouble a simulated Calendly makes, and how much of it.
 *
 * @param shares from 0 to 1: of the requests that a kind can befall; of events for {@link
 *     Fault#POISON}
 * @param revokedAfter after how many requests the token is refused
 * @param seed another seed makes other requests meet it
 */
public record Faults(Map<Fault, Double> shares, OptionalLong revokedAfter, long seed) {

  /** No trouble. */
  public static final Faults NONE = new Faults(Map.of(), OptionalLong.empty(), 0);

  public Faults {
    Map<Fault, Double> copy = new EnumMap<>(Fault.class);
    copy.putAll(shares);
    shares = copy;
    if (total(shares) > 1 + 1e-9) {
      throw new IllegalArgumentException("answers with trouble are more than all answers");
    }
  }

  /**
   * Reads what people write, e.g. {@code 500=5%,stall=0.5%,revoked=200}.
   *
   * @throws FaultSpecException when it cannot be meant
   */
  public static Faults parse(String spec, long seed) {
    return new FaultSpec(spec).faults(seed);
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
    double place = Chance.of(seed, "fault " + number).nextDouble();
    for (Fault fault : Arrays.stream(Fault.values()).filter(Fault::isOfAnswers).toList()) {
      place -= share(fault);
      if (place < 0) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  boolean isRevoked(long number) {
    return revokedAfter.isPresent() && number > revokedAfter.getAsLong();
  }

  /** What is wrong with the record of this event, if anything is. */
  Optional<Poison> poison(Meeting meeting) {
    if (share(Fault.POISON) == 0) {
      return Optional.empty();
    }
    var random = Chance.of(seed, "poison " + meeting.id());
    return random.nextDouble() < share(Fault.POISON)
        ? Optional.of(Poison.of(random.nextInt(Poison.values().length), meeting))
        : Optional.empty();
  }
}

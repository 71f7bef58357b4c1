package de.qapix.sandbox;

import de.qapix.sandbox.FaultSpecException.Reason;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Faults as people write them: kind=share, with commas between. */
public final class FaultSpec {

  private FaultSpec() {}

  /**
   * Reads what people write, e.g. {@code 500=5%,stall=0.5%,revoked=200}.
   *
   * @param seed another seed makes other requests meet them
   * @throws FaultSpecException when it cannot be meant
   */
  public static Faults parse(String text, long seed) {
    Map<Fault, Double> shares = new EnumMap<>(Fault.class);
    Map<Fault, Long> beginnings = new EnumMap<>(Fault.class);
    Set<Scope> missing = EnumSet.noneOf(Scope.class);
    Set<Fault> seen = EnumSet.noneOf(Fault.class);
    for (String part : text.split(",", -1)) {
      String[] sides = part.strip().split("=", 2);
      Fault fault =
          Fault.find(sides[0].strip())
              .orElseThrow(() -> new FaultSpecException(Reason.KIND, part.strip()));
      if (!seen.add(fault)) {
        throw new FaultSpecException(Reason.TWICE, part.strip());
      }
      String amount = sides.length < 2 ? "" : sides[1].strip();
      switch (fault.amount()) {
        case SHARE -> shares.put(fault, share(amount, part));
        case REQUESTS -> beginnings.put(fault, number(amount, part));
        case SCOPES -> missing.addAll(scopes(amount, part));
      }
    }
    if (Faults.total(shares) > 1 + 1e-9) {
      throw new FaultSpecException(Reason.SUM, text);
    }
    return new Faults(shares, beginnings, missing, seed);
  }

  private static long number(String amount, String part) {
    if (!amount.matches("\\d{1,18}")) {
      throw new FaultSpecException(Reason.SHARE, part.strip());
    }
    return Long.parseLong(amount);
  }

  private static double share(String amount, String part) {
    try {
      return Share.parse(amount);
    } catch (IllegalArgumentException noShare) {
      throw new FaultSpecException(Reason.SHARE, part.strip());
    }
  }

  private static Set<Scope> scopes(String amount, String part) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : amount.split("\\+", -1)) {
      scopes.add(
          Scope.find(word.strip())
              .orElseThrow(() -> new FaultSpecException(Reason.SHARE, part.strip())));
    }
    return scopes;
  }
}

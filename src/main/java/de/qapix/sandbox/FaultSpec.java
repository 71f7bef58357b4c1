package de.qapix.sandbox;

import de.qapix.sandbox.FaultSpecException.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/** Faults as people write them: kind=share, with commas between. */
record FaultSpec(String text) {

  Faults faults(long seed) {
    Map<Fault, Double> shares = new EnumMap<>(Fault.class);
    OptionalLong revoked = OptionalLong.empty();
    for (String part : text.split(",", -1)) {
      String[] sides = part.strip().split("=", 2);
      Fault fault =
          Fault.find(sides[0].strip())
              .orElseThrow(() -> new FaultSpecException(Reason.KIND, part.strip()));
      if (shares.containsKey(fault) || (fault == Fault.REVOKED && revoked.isPresent())) {
        throw new FaultSpecException(Reason.TWICE, part.strip());
      }
      String amount = sides.length < 2 ? "" : sides[1].strip();
      if (fault == Fault.REVOKED) {
        revoked = OptionalLong.of(number(amount, part));
      } else {
        shares.put(fault, share(amount, part));
      }
    }
    if (Faults.total(shares) > 1 + 1e-9) {
      throw new FaultSpecException(Reason.SUM, text);
    }
    return new Faults(shares, revoked, seed);
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
}

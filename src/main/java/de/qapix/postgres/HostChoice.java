package de.qapix.postgres;

import de.qapix.postgres.DatabaseUrlException.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of several servers is wanted, and in which order they are tried.
 *
 * @param kinds of server, as the driver names them, in the order in which they will do
 * @param random whether any host may be the first
 */
record HostChoice(List<String> kinds, boolean random) {

  private static final String ANY = "any";

  /**
   * By libpq's names ({@code target_session_attrs}) and the driver's ({@code targetServerType}).
   */
  private static final Map<String, List<String>> KINDS =
      Map.ofEntries(
          Map.entry(ANY, List.of(ANY)),
          Map.entry("read-write", List.of("primary")),
          Map.entry("read-only", List.of("secondary")),
          Map.entry("primary", List.of("primary")),
          Map.entry("master", List.of("primary")),
          Map.entry("standby", List.of("secondary")),
          Map.entry("secondary", List.of("secondary")),
          Map.entry("slave", List.of("secondary")),
          Map.entry("prefer-standby", List.of("secondary", ANY)),
          Map.entry("preferSecondary", List.of("secondary", ANY)),
          Map.entry("preferSlave", List.of("secondary", ANY)),
          Map.entry("preferPrimary", List.of("primary", ANY)));

  private static final Set<String> RANDOM = Set.of("random", "true");
  private static final Set<String> IN_ORDER = Set.of("disable", "false");

  /** A host to try. */
  record Candidate(HostPort host, String kind) {

    /** Whether any server will do. */
    boolean isAny() {
      return kind.equals(ANY);
    }
  }

  /** Takes what an address says about it. */
  static HostChoice take(AddressParameters parameters) {
    String wanted =
        parameters
            .take("target_session_attrs")
            .or(() -> parameters.take("targetServerType"))
            .orElse(ANY);
    if (!KINDS.containsKey(wanted)) {
      throw new DatabaseUrlException(Kind.VALUE, "target_session_attrs");
    }
    String order =
        parameters
            .take("load_balance_hosts")
            .or(() -> parameters.take("loadBalanceHosts"))
            .orElse("disable");
    if (!RANDOM.contains(order) && !IN_ORDER.contains(order)) {
      throw new DatabaseUrlException(Kind.VALUE, "load_balance_hosts");
    }
    return new HostChoice(KINDS.get(wanted), RANDOM.contains(order));
  }

  /** All hosts for the first kind of server, then for the next. */
  List<Candidate> order(List<HostPort> hosts) {
    List<HostPort> order = new ArrayList<>(hosts);
    if (random) {
      Collections.shuffle(order);
    }
    return kinds.stream()
        .flatMap(kind -> order.stream().map(host -> new Candidate(host, kind)))
        .toList();
  }
}

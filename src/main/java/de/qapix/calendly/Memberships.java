package de.qapix.calendly;

import de.qapix.api.ApiException;
import de.qapix.api.ApiRequest;
import de.qapix.api.Fields;
import de.qapix.api.TimeBox;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Which role a user has in an organization, as {@code /organization_memberships} tells. */
final class Memberships {

  private static final Set<String> SEE_ALL = Set.of("owner", "admin");

  private final Lists lists;

  Memberships(Lists lists) {
    this.lists = lists;
  }

  /** Only owners and admins may list a whole organization; others would get a 403. */
  boolean seesAll(String user, String organization, TimeBox box)
      throws InterruptedException, TimeoutException {
    ApiRequest request =
        ApiRequest.get("/organization_memberships")
            .with("user", user)
            .with("count", CalendlyFeed.COUNT);
    try {
      return lists.read("membership", request, Memberships::membership, box).records().stream()
          .anyMatch(membership -> membership.seesAll(organization));
    } catch (ApiException refused) {
      if (mayNotSeeRoles(refused)) {
        return false;
      }
      throw refused;
    }
  }

  private static boolean mayNotSeeRoles(ApiException refused) {
    return switch (refused.kind()) {
      case FORBIDDEN, SCOPE_MISSING, PLAN_MISSING -> true;
      default -> false;
    };
  }

  private record Membership(String organization, String role) {
    boolean seesAll(String wanted) {
      return organization.equals(wanted) && SEE_ALL.contains(role);
    }
  }

  private static Membership membership(Fields fields) {
    return new Membership(fields.text("organization"), fields.text("role"));
  }
}

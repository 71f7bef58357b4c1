package de.qapix.data.calendly;

import de.qapix.data.api.ApiException;
import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.Fields;
import de.qapix.data.api.TimeBox;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Whether a user may list a whole organization: {@code /organization_memberships} tells the role,
 * and where it does not, the organization's events are asked for.
 */
final class OrganizationAccess {

  private static final Set<String> SEE_ALL = Set.of("owner", "admin");
  private static final String SEES_OWN = "user";

  private final CalendlyApi api;
  private final PagedLists lists;

  OrganizationAccess(CalendlyApi api, PagedLists lists) {
    this.api = api;
    this.lists = lists;
  }

  /**
   * Only owners and admins may list a whole organization; others would get a 403.
   *
   * @throws ApiException when the API does not say, for want of a scope above all
   */
  boolean seesAll(String user, String organization, TimeBox box)
      throws InterruptedException, TimeoutException {
    Optional<String> role = role(user, organization, box);
    if (role.filter(SEE_ALL::contains).isPresent()) {
      return true;
    }
    return role.filter(SEES_OWN::equals).isEmpty() && listsAll(organization, box);
  }

  /** Empty where the user is no member, or may not see what he is. */
  private Optional<String> role(String user, String organization, TimeBox box)
      throws InterruptedException, TimeoutException {
    ApiRequest request =
        ApiRequest.get("/organization_memberships")
            .with("user", user)
            .with("count", PagedLists.COUNT);
    try {
      return lists
          .read("membership", request, OrganizationAccess::membership, box)
          .records()
          .stream()
          .filter(membership -> membership.organization().equals(organization))
          .map(Membership::role)
          .findFirst();
    } catch (ApiException refused) {
      if (isAboutRights(refused) || refused.kind() == ApiException.Kind.PLAN_MISSING) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private boolean listsAll(String organization, TimeBox box)
      throws InterruptedException, TimeoutException {
    ApiRequest request =
        ApiRequest.get("/scheduled_events").with("organization", organization).with("count", "1");
    try {
      api.get(request, box);
      return true;
    } catch (ApiException refused) {
      if (isAboutRights(refused)) {
        return false;
      }
      throw refused;
    }
  }

  /** What a user may not see is forbidden, or does not exist for him. */
  private static boolean isAboutRights(ApiException refused) {
    return switch (refused.kind()) {
      case FORBIDDEN, NOT_FOUND -> true;
      default -> false;
    };
  }

  /**
   * One membership.
   *
   * @param role perhaps one that nobody has heard of
   */
  private record Membership(String organization, String role) {}

  private static Membership membership(Fields fields) {
    return new Membership(fields.identifier("organization"), fields.text("role"));
  }
}

package de.qapix.sandbox;

import de.qapix.sandbox.meetings.Team;
import de.qapix.sandbox.meetings.Team.Host;
import de.qapix.sandbox.meetings.Team.Offer;
import tools.jackson.databind.node.ObjectNode;

/** Users, memberships, event types and the organization as the API sends them. */
final class TeamJson {

  private static final String SINCE = "2024-01-08T08:00:00.000000Z";

  private TeamJson() {}

  static ObjectNode user(Host host) {
    return EventJson.JSON
        .objectNode()
        .putNull("avatar_url")
        .put("created_at", SINCE)
        .put("current_organization", Team.ORGANIZATION)
        .put("email", host.email())
        .put("locale", "de")
        .put("name", host.name())
        .put("resource_type", "User")
        .put("scheduling_url", "https://calendly.com/" + host.slug())
        .put("slug", host.slug())
        .put("time_notation", "24h")
        .put("timezone", "Europe/Berlin")
        .put("updated_at", SINCE)
        .put("uri", host.uri());
  }

  static ObjectNode membership(Host host, String role) {
    ObjectNode json = EventJson.JSON.objectNode();
    json.put("created_at", SINCE);
    json.put("organization", Team.ORGANIZATION);
    json.put("role", role);
    json.put("updated_at", SINCE);
    json.put(
        "uri",
        Team.API + "/organization_memberships/" + host.uri().substring(host.uri().length() - 36));
    ObjectNode user = user(host);
    user.remove("current_organization");
    user.remove("resource_type");
    json.set("user", user);
    return json;
  }

  static ObjectNode organization() {
    return EventJson.JSON
        .objectNode()
        .put("created_at", SINCE)
        .put("id", 1)
        .put("kind", "organization")
        .put("name", "Beispiel Vertrieb GmbH")
        .put("plan", "teams")
        .put("stage", "paid")
        .put("updated_at", SINCE)
        .put("uri", Team.ORGANIZATION);
  }

  static ObjectNode eventType(Offer offer) {
    Host owner = Team.HOSTS.get(0);
    ObjectNode json = EventJson.JSON.objectNode();
    json.put("active", true).put("admin_managed", false).put("booking_method", "instant");
    json.put("color", "#0069ff").put("created_at", SINCE);
    json.putArray("custom_questions")
        .addObject()
        .put("name", "Worum geht es Ihnen?")
        .put("type", "text")
        .put("position", 0)
        .put("enabled", true)
        .put("required", false)
        .put("include_other", false)
        .putArray("answer_choices");
    json.putNull("deleted_at").putNull("description_html").putNull("description_plain");
    json.put("duration", offer.minutes()).putNull("duration_options").putNull("internal_note");
    json.put("is_paid", false).put("kind", offer.kind()).put("locale", "de").putNull("locations");
    json.put("name", offer.name()).put("pooling_type", offer.pooling()).put("position", 0);
    json.putObject("profile")
        .put("name", owner.name())
        .put("owner", owner.uri())
        .put("type", "User");
    json.put("scheduling_url", "https://calendly.com/" + owner.slug());
    json.put("secret", false).put("slug", "termin-" + offer.minutes());
    json.put("type", "StandardEventType").put("updated_at", SINCE).put("uri", offer.uri());
    return json;
  }
}

package de.qapix.sandbox;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where meetings take place: the location of an event, whose shape depends on its type. */
final class MeetingLocations {

  private MeetingLocations() {}

  static JsonNode json(String place, String id) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (place) {
      case "zoom" -> {
        conference(json, "zoom", "https://zoom.example.com/j/" + id);
        ObjectNode data = json.putObject("data");
        data.put("id", 1_000_000 + Math.floorMod(id.hashCode(), 9_000_000));
        data.put("password", "geheim-" + id);
        data.putObject("extra").put("intl_numbers_url", "https://zoom.example.com/u/" + id);
        data.putObject("settings")
            .putArray("global_dial_in_numbers")
            .addObject()
            .put("number", "+49 30 0000000")
            .put("country", "DE")
            .put("type", "toll")
            .put("city", "Berlin")
            .put("country_name", "Germany");
      }
      case "google" -> conference(json, "google_conference", "https://meet.example.com/" + id);
      case "teams" -> {
        conference(json, "microsoft_teams_conference", "https://teams.example.com/l/" + id);
        json.putObject("data").put("id", id).putNull("audioConferencing");
      }
      case "webex" -> {
        conference(json, "webex_conference", "https://webex.example.com/" + id);
        ObjectNode data = json.putObject("data");
        data.put("id", id).put("password", "geheim");
        data.putObject("telephony")
            .putArray("callInNumbers")
            .addObject()
            .put("label", "Germany Toll")
            .put("callInNumber", "4930000000")
            .put("tollType", "toll");
      }
      case "phone" -> json.put("type", "outbound_call").put("location", "+49 170 0000000");
      case "inbound" -> json.put("type", "inbound_call").put("location", "+49 40 0000000");
      case "ask" -> json.put("type", "ask_invitee").put("location", "Café am Markt, Köln");
      case "office" ->
          json.put("type", "physical")
              .put("location", "Königstraße 1, 70173 Stuttgart")
              .put("additional_info", "3. Stock, bitte klingeln");
      case "custom" -> json.put("type", "custom").putNull("location");
      default -> {
        return JsonNodeFactory.instance.nullNode();
      }
    }
    return json;
  }

  private static void conference(ObjectNode json, String type, String url) {
    json.put("type", type).put("status", "pushed").put("join_url", url);
  }
}

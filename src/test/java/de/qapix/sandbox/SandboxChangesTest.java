package de.qapix.sandbox;

import static de.qapix.sandbox.TestSandbox.FROM;
import static de.qapix.sandbox.TestSandbox.NOW;
import static de.qapix.sandbox.TestSandbox.UNTIL;
import static de.qapix.sandbox.TestSandbox.uris;
import static de.qapix.sandbox.TestSandbox.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.qapix.sandbox.meetings.MeetingEdits;
import de.qapix.sandbox.meetings.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A world that changes while it runs, as a client sees it and as the world itself tells it. */
class SandboxChangesTest {

  @RegisterExtension private final TestSandbox sandbox = new TestSandbox();

  @Test
  void a_touched_event_has_new_notes_and_a_later_update_each_time() throws Exception {
    String uri = start();

    JsonNode before = event(uri);
    sandbox.server().touch(uri);
    JsonNode once = event(uri);
    sandbox.server().touch(uri);
    JsonNode twice = event(uri);

    assertThat(text(once, "meeting_notes_plain"))
        .isNotEqualTo(text(before, "meeting_notes_plain"))
        .isNotEqualTo(text(twice, "meeting_notes_plain"));
    assertThat(List.of(text(before, "updated_at"), text(once, "updated_at")))
        .allMatch(earlier -> earlier.compareTo(text(twice, "updated_at")) < 0);
    assertThat(text(before, "updated_at")).isLessThan(text(once, "updated_at"));
    assertTruth();
  }

  @Test
  void a_canceled_event_is_called_off_for_all_its_invitees() throws Exception {
    start();
    String uri = sandbox.server().addGroup(NOW.plusSeconds(3_600), 3);

    sandbox.server().cancel(uri);

    assertThat(text(event(uri), "status")).isEqualTo("canceled");
    assertThat(event(uri).path("cancellation").path("canceler_type").stringValue())
        .isEqualTo("host");
    assertThat(event(uri).path("invitees_counter").path("active").intValue()).isZero();
    assertThat(sandbox.all(path(uri) + "/invitees"))
        .hasSize(3)
        .allMatch(invitee -> text(invitee, "status").equals("canceled"));
    assertTruth();
  }

  @Test
  void a_removed_event_is_gone_until_it_is_restored() throws Exception {
    String uri = start();

    sandbox.server().remove(uri);
    assertThat(sandbox.get(path(uri)).status()).isEqualTo(404);
    assertThat(sandbox.get(path(uri) + "/invitees").status()).isEqualTo(404);
    assertThat(uris(sandbox.all(window()))).doesNotContain(uri);
    assertTruth();

    sandbox.server().restore(uri);
    assertThat(sandbox.get(path(uri)).status()).isEqualTo(200);
    assertThat(uris(sandbox.all(window()))).contains(uri);
    assertTruth();
  }

  @Test
  void a_moved_event_is_listed_where_it_now_starts_and_only_there() throws Exception {
    String uri = start();
    String start = text(event(uri), "start_time");

    sandbox.server().move(uri, Duration.ofDays(5));
    sandbox.server().move(uri, Duration.ofDays(-2));

    assertThat(Instant.parse(text(event(uri), "start_time")))
        .isEqualTo(Instant.parse(start).plus(Duration.ofDays(3)));
    assertThat(uris(sandbox.all(window()))).containsOnlyOnce(uri);
    assertTruth();
  }

  @Test
  void a_crowd_starts_at_one_moment_and_is_listed_whole() throws Exception {
    start();
    Instant moment = Instant.parse("2026-11-24T09:00:00Z");

    List<String> crowd = sandbox.server().addCrowd(moment, 250);

    List<JsonNode> listed = sandbox.all(window() + "&count=100");
    assertThat(uris(listed)).containsAll(crowd).doesNotHaveDuplicates();
    assertThat(listed)
        .filteredOn(event -> crowd.contains(text(event, "uri")))
        .hasSize(250)
        .allMatch(event -> Instant.parse(text(event, "start_time")).equals(moment));
    assertTruth();
  }

  @Test
  void a_group_has_as_many_invitees_as_were_asked_for() throws Exception {
    start();

    String uri = sandbox.server().addGroup(NOW.plusSeconds(3_600), 350);

    assertThat(event(uri).path("invitees_counter").path("total").intValue()).isEqualTo(350);
    List<JsonNode> invitees = sandbox.all(path(uri) + "/invitees?count=100");
    assertThat(uris(invitees)).hasSize(350).doesNotHaveDuplicates();
    assertThat(uris(invitees)).isEqualTo(uris(sandbox.server().world().invitees(uri)));
  }

  @Test
  void what_lies_outside_of_the_world_cannot_be_added_and_what_is_unknown_not_changed()
      throws Exception {
    start();

    assertThatThrownBy(() -> sandbox.server().addGroup(NOW.plus(Duration.ofDays(400)), 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sandbox.server().touch("https://api.calendly.com/nothing"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void changes_outlive_the_day() throws Exception {
    String uri = start();
    sandbox.server().touch(uri);
    String notes = text(event(uri), "meeting_notes_plain");

    sandbox.pass(Duration.ofDays(1));

    assertThat(text(event(uri), "meeting_notes_plain")).isEqualTo(notes);
  }

  @Test
  void a_page_chain_goes_on_though_the_last_event_of_a_page_has_vanished() throws Exception {
    start();
    List<String> before = uris(sandbox.all(window()));
    JsonNode page = sandbox.get(window() + "&count=10").body();

    sandbox.server().remove(before.get(9));

    assertThat(uris(sandbox.all(page.path("pagination").path("next_page").stringValue())))
        .isEqualTo(before.subList(10, before.size()));
  }

  @Test
  void changes_from_many_threads_all_arrive() throws Exception {
    start();
    List<String> uris = uris(sandbox.server().world().events(FROM, UNTIL));

    IntStream.range(0, 2_000)
        .parallel()
        .forEach(
            number -> {
              sandbox.server().touch(uris.get(number % 50));
              sandbox.server().world().events(NOW, UNTIL);
            });

    assertThat(sandbox.all(window()))
        .filteredOn(event -> event.path("meeting_notes_plain").asString("").endsWith(" (40)"))
        .hasSize(50);
    assertTruth();
  }

  @Test
  void a_share_of_a_world_was_touched_yesterday_and_the_rest_is_as_ever() {
    LocalDate today = LocalDate.parse("2026-11-23");
    SandboxOptions options = SandboxOptions.of(2_000, 1);
    List<ObjectNode> usual = World.of(options, today, new MeetingEdits()).events(FROM, UNTIL);
    List<ObjectNode> changed =
        World.of(options.changed(0.02), today, new MeetingEdits()).events(FROM, UNTIL);

    assertThat(uris(changed)).isEqualTo(uris(usual));
    List<ObjectNode> touched = changed.stream().filter(new HashSet<>(usual)::contains).toList();
    assertThat(usual.size() - touched.size()).isBetween(20, 60);
    assertThat(changed)
        .filteredOn(event -> !usual.contains(event))
        .allMatch(event -> text(event, "updated_at").startsWith("2026-11-22T23"));
  }

  private String start() throws Exception {
    sandbox.start(SandboxOptions.of(300, 1));
    return uris(sandbox.server().world().events(FROM, UNTIL)).get(100);
  }

  private JsonNode event(String uri) throws Exception {
    return sandbox.get(path(uri)).body().path("resource");
  }

  private void assertTruth() throws Exception {
    assertThat(sandbox.all(window() + "&count=100").stream().map(JsonNode::toString))
        .containsExactlyElementsOf(
            sandbox.server().world().events(FROM, UNTIL).stream().map(JsonNode::toString).toList());
  }

  private static String path(String uri) {
    return uri.substring(Team.API.length());
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asString("");
  }
}

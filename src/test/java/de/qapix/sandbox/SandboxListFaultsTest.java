package de.qapix.sandbox;

import static de.qapix.sandbox.TestSandbox.FROM;
import static de.qapix.sandbox.TestSandbox.UNTIL;
import static de.qapix.sandbox.TestSandbox.uris;
import static de.qapix.sandbox.TestSandbox.window;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.sandbox.meetings.Team;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Trouble with what lists and records hold, as a client meets it. */
class SandboxListFaultsTest {

  private static final String PAGES = window() + "&count=10";

  @RegisterExtension private final TestSandbox sandbox = new TestSandbox();

  @Test
  void shifted_pages_repeat_a_record_or_lose_one() throws Exception {
    start("shift=100%");
    List<String> truth = truth();

    List<String> listed = uris(sandbox.all(PAGES));

    assertThat(new HashSet<>(listed).size()).isLessThan(listed.size()).isLessThan(truth.size());
    assertThat(truth).containsAll(listed);
  }

  @Test
  void duplicates_lose_nothing() throws Exception {
    start("duplicate=100%");

    List<String> listed = uris(sandbox.all(PAGES));

    assertThat(listed).hasSizeGreaterThan(truth().size());
    assertThat(new HashSet<>(listed)).isEqualTo(new HashSet<>(truth()));
  }

  @Test
  void a_page_that_loops_names_itself_as_the_next() throws Exception {
    start("loop=100%");
    JsonNode first = sandbox.get(PAGES).body();
    String again = first.path("pagination").path("next_page").stringValue();

    assertThat(sandbox.get(again).body().path("collection")).isEqualTo(first.path("collection"));
    sandbox.server().faults(Faults.NONE);
    String next = sandbox.get(PAGES).body().path("pagination").path("next_page").stringValue();
    sandbox.server().faults(FaultSpec.parse("loop=100%", 1));
    assertThat(sandbox.get(next).body().path("pagination").path("next_page").stringValue())
        .isEqualTo(next);
  }

  @Test
  void a_stale_answer_shows_an_event_as_it_was_before_its_last_touch() throws Exception {
    start("stale=100%");
    String uri = truth().get(100);
    sandbox.server().touch(uri);
    String once = truth(uri).toString();
    sandbox.server().touch(uri);

    assertThat(event(uri).toString()).isEqualTo(once);
    assertThat(truth(uri).toString()).isNotEqualTo(once);
  }

  @Test
  void a_stale_answer_shows_an_event_that_was_left_alone_as_it_was_yesterday() throws Exception {
    start("");
    Map<String, String> yesterday = texts(sandbox.server().world().events(FROM, UNTIL));
    sandbox.pass(Duration.ofDays(1));
    Map<String, String> today = texts(sandbox.server().world().events(FROM, UNTIL));
    sandbox.server().faults(FaultSpec.parse("stale=100%", 1));

    for (JsonNode event : sandbox.all(PAGES)) {
      String uri = event.path("uri").stringValue();
      assertThat(event.toString()).isEqualTo(yesterday.getOrDefault(uri, today.get(uri)));
    }
    assertThat(today.values()).doesNotContainSequence(yesterday.values());
  }

  @Test
  void poison_spoils_the_same_events_each_time_and_the_truth_names_them() throws Exception {
    start("poison=20%");
    Map<String, RecordCorruption> poisoned = sandbox.server().poisoned(FROM, UNTIL);
    World world = sandbox.server().world();
    Map<String, String> truth = texts(world.events(FROM, UNTIL));

    Set<String> spoilt = new HashSet<>();
    for (JsonNode event : sandbox.all(PAGES)) {
      String uri = event.path("uri").stringValue();
      if (!event.toString().equals(truth.get(uri))
          || !invitees(uri).equals(world.invitees(uri).toString())) {
        spoilt.add(uri);
      }
    }

    assertThat(spoilt).isEqualTo(poisoned.keySet());
    assertThat(new HashSet<>(poisoned.values()))
        .containsExactlyInAnyOrder(RecordCorruption.values());
    assertThat(poisoned.size() * 100 / truth.size()).isBetween(15, 25);
    sandbox.server().faults(Faults.NONE);
    assertThat(sandbox.server().poisoned(FROM, UNTIL)).isEmpty();
    assertThat(texts(sandbox.all(PAGES))).isEqualTo(truth);
  }

  @Test
  void deleted_events_are_neither_listed_nor_found_and_others_beside_them_are_poisoned()
      throws Exception {
    start("poison=20%,deleted=20%");
    Set<String> deleted = sandbox.server().deleted(FROM, UNTIL);
    Set<String> poisoned = sandbox.server().poisoned(FROM, UNTIL).keySet();
    List<String> truth = truth();

    List<String> listed = uris(sandbox.all(PAGES));

    assertThat(deleted.size() * 100 / truth.size()).isBetween(15, 25);
    assertThat(poisoned.size() * 100 / truth.size()).isBetween(12, 20);
    assertThat(listed).doesNotContainAnyElementsOf(deleted).containsAll(poisoned);
    assertThat(listed).hasSize(truth.size() - deleted.size());
    String gone = deleted.iterator().next().substring(Team.API.length());
    assertThat(sandbox.get(gone).status()).isEqualTo(404);
    assertThat(sandbox.get(gone + "/invitees").status()).isEqualTo(404);
    sandbox.server().faults(Faults.NONE);
    assertThat(sandbox.get(gone).status()).isEqualTo(200);
  }

  @Test
  void churn_changes_cancels_removes_and_brings_back() throws Exception {
    start("churn=100%");
    Map<String, String> before = texts(sandbox.server().world().events(FROM, UNTIL));

    for (int i = 0; i < 120; i++) {
      sandbox.get("/users/me");
    }

    Map<String, String> after = texts(sandbox.server().world().events(FROM, UNTIL));
    assertThat(before.keySet()).containsAll(after.keySet()).hasSizeGreaterThan(after.size());
    assertThat(after).anySatisfy((uri, event) -> assertThat(event).isNotEqualTo(before.get(uri)));
    assertThat(sandbox.server().served().faults(Fault.CHURN)).isEqualTo(120);
    sandbox.server().faults(Faults.NONE);
    assertThat(texts(sandbox.all(window() + "&count=100"))).isEqualTo(after);
  }

  @Test
  void churn_is_the_same_for_a_seed() throws Exception {
    start("churn=100%");
    churn();
    Map<String, String> one = texts(sandbox.server().world().events(FROM, UNTIL));
    sandbox.server().close();
    start("churn=100%");
    churn();

    assertThat(texts(sandbox.server().world().events(FROM, UNTIL))).isEqualTo(one);
  }

  private void churn() throws Exception {
    for (int i = 0; i < 20; i++) {
      sandbox.get("/users/me");
    }
  }

  private void start(String faults) throws Exception {
    SandboxOptions options = SandboxOptions.of(300, 1);
    sandbox.start(faults.isEmpty() ? options : options.with(FaultSpec.parse(faults, 1)));
  }

  private String invitees(String uri) throws Exception {
    return sandbox.all(uri.substring(Team.API.length()) + "/invitees?count=100").toString();
  }

  private JsonNode event(String uri) throws Exception {
    return sandbox.get(uri.substring(Team.API.length())).body().path("resource");
  }

  private List<String> truth() {
    return uris(sandbox.server().world().events(FROM, UNTIL));
  }

  private ObjectNode truth(String uri) {
    return sandbox.server().world().events(FROM, UNTIL).stream()
        .filter(event -> event.path("uri").stringValue().equals(uri))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> texts(List<? extends JsonNode> events) {
    Map<String, String> texts = new HashMap<>();
    events.forEach(event -> texts.put(event.path("uri").stringValue(), event.toString()));
    return texts;
  }
}

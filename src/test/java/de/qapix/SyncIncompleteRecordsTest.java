package de.qapix;

import static de.qapix.db.public_.tables.CalendlyEvents.CALENDLY_EVENTS;
import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlyEventType.CALENDLY_EVENT_TYPE;
import static de.qapix.db.qapix.tables.CalendlyInvitee.CALENDLY_INVITEE;
import static de.qapix.db.qapix.tables.CalendlyLook.CALENDLY_LOOK;
import static de.qapix.db.qapix.tables.Reject.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.ScriptedApi.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Records that lack what is not needed are kept. */
class SyncIncompleteRecordsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> NEEDED = Set.of("uri", "status", "start_time", "event");

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  private ScriptedApi api;
  private boolean bare;
  private UnaryOperator<ArrayNode> shown = events -> events;

  @BeforeEach
  void serve() throws Exception {
    api = new ScriptedApi(60, () -> NOW, (path, number, usual) -> reply(path, usual));
  }

  private Reply reply(String path, Reply usual) {
    if (path.equals("/scheduled_events")) {
      ObjectNode page = (ObjectNode) JSON.readTree(usual.body());
      page.set("collection", shown.apply((ArrayNode) page.path("collection")));
      return Reply.of(200, bare ? withNeededAlone(page.toString()) : page.toString());
    }
    return bare && !path.startsWith("/users") && !path.startsWith("/organization")
        ? Reply.of(200, withNeededAlone(usual.body()))
        : null;
  }

  @AfterEach
  void close() {
    api.close();
  }

  /** With the older version first, as its page was made first, and the other way round. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void of_two_versions_of_an_event_that_a_list_shows_the_newer_one_is_kept(boolean olderFirst) {
    shown = events -> doubled(events, olderFirst);

    Run run = run("sync", "--max-duration", "0");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(database.sql().fetchValues(CALENDLY_EVENT.NAME)).containsOnly("new");
    assertThat(run.json().path("added")).isEqualTo(run.json().path("total"));
  }

  private static ArrayNode doubled(ArrayNode events, boolean olderFirst) {
    ArrayNode all = JSON.createArrayNode();
    for (JsonNode event : events) {
      ObjectNode older = ((ObjectNode) event).deepCopy().put("name", "old");
      ObjectNode newer = older.deepCopy().put("name", "new");
      newer.put(
          "updated_at",
          Instant.parse(older.path("updated_at").stringValue()).plusSeconds(1).toString());
      all.add(olderFirst ? older : newer);
      all.add(olderFirst ? newer : older);
    }
    return all;
  }

  @Test
  void a_record_whose_identity_is_empty_is_rejected() {
    shown =
        events -> {
          ((ObjectNode) events.get(0)).put("uri", "");
          return events;
        };

    Run run = run("sync", "--max-duration", "0");

    assertThat(run.json().path("rejected").intValue()).isPositive();
    assertThat(database.sql().fetchValues(REJECT.REASON)).contains("uri is empty");
    assertThat(database.sql().fetchValues(CALENDLY_EVENT.URI)).doesNotContain("");
  }

  @Test
  void records_with_nothing_but_what_identifies_and_places_them_are_written_and_verified() {
    bare = true;

    Run run = run("sync", "--max-duration", "0");

    assertThat(run.json().path("rejected").intValue()).isZero();
    assertThat(run.json().path("syncedCount").intValue()).isPositive();
    assertThat(database.sql().fetchCount(CALENDLY_EVENT))
        .isEqualTo(run.json().path("syncedCount").intValue())
        .isEqualTo(database.sql().fetchCount(CALENDLY_EVENT, CALENDLY_EVENT.UPDATED_AT.isNull()));
    assertThat(database.sql().fetchCount(CALENDLY_INVITEE, CALENDLY_INVITEE.EMAIL.isNull()))
        .isEqualTo(database.sql().fetchCount(CALENDLY_INVITEE))
        .isPositive();
    assertThat(database.sql().fetchCount(CALENDLY_EVENT_TYPE, CALENDLY_EVENT_TYPE.ACTIVE.isNull()))
        .isPositive();
    assertThat(
            database
                .sql()
                .fetchCount(
                    CALENDLY_EVENTS, CALENDLY_EVENTS.END_TIME.eq(CALENDLY_EVENTS.START_TIME)))
        .isEqualTo(database.sql().fetchCount(CALENDLY_EVENTS))
        .isEqualTo(database.sql().fetchCount(CALENDLY_EVENT));
    assertThat(run("verify").code()).isZero();
    int requests = api.requests().size();
    JsonNode again = run("sync", "--max-duration", "0").json();
    assertThat(again.path("updated").intValue()).isZero();
    assertThat(api.requests().size() - requests).isLessThan(20);
  }

  @Test
  void what_was_missing_is_written_when_it_comes_and_what_was_there_gives_way_to_null() {
    run("sync", "--max-duration", "0");
    bare = true;
    run("sync", "--full", "--max-duration", "0");
    assertThat(database.sql().fetchCount(CALENDLY_EVENT, CALENDLY_EVENT.NAME.isNotNull())).isZero();
    assertThat(database.sql().fetchCount(CALENDLY_INVITEE, CALENDLY_INVITEE.NAME.isNotNull()))
        .isZero();

    bare = false;
    run("sync", "--full", "--max-duration", "0");

    Truth.of(api.sandbox(), NOW.minusSeconds(90 * 86_400), NOW.plusSeconds(30 * 86_400))
        .assertStandsIn(database.sql());
  }

  @Test
  void what_an_older_version_has_rejected_for_such_a_field_clears_by_itself() {
    bare = true;
    run("sync", "--max-duration", "0");
    String event = database.sql().fetchValues(CALENDLY_INVITEE.EVENT_URI).get(0);
    String invitee =
        database
            .sql()
            .fetchValues(
                database
                    .sql()
                    .select(CALENDLY_INVITEE.URI)
                    .from(CALENDLY_INVITEE)
                    .where(CALENDLY_INVITEE.EVENT_URI.eq(event)))
            .get(0);
    forget(event, invitee);

    run("sync", "--max-duration", "0");

    assertThat(database.sql().fetchCount(REJECT)).isZero();
    assertThat(database.sql().fetchExists(CALENDLY_INVITEE, CALENDLY_INVITEE.URI.eq(invitee)))
        .isTrue();
    forget(event, invitee);
    assertThat(run("rejects", "retry", "--all").code()).isZero();
    assertThat(database.sql().fetchCount(REJECT)).isZero();
  }

  /** As an older version would have left it. */
  private void forget(String event, String invitee) {
    database.sql().execute("delete from qapix.calendly_invitee where uri = ?", invitee);
    database
        .sql()
        .update(CALENDLY_LOOK)
        .set(CALENDLY_LOOK.DUE_AT, Instant.EPOCH)
        .where(CALENDLY_LOOK.EVENT_URI.eq(event))
        .execute();
    database
        .sql()
        .execute(
            """
            insert into qapix.reject (source, kind, key, origin, reason, raw, "runId", "firstSeenAt", "lastSeenAt")
            values ('calendly', 'invitee', ?, 'GET /x', 'email is missing', '{}', 1, now(), now())
            """,
            invitee);
  }

  private static String withNeededAlone(String body) {
    JsonNode tree = JSON.readTree(body);
    tree.path("collection").forEach(SyncIncompleteRecordsTest::strip);
    strip(tree.path("resource"));
    return tree.toString();
  }

  private static void strip(JsonNode record) {
    if (record instanceof ObjectNode object) {
      List.copyOf(object.propertyNames()).stream()
          .filter(name -> !NEEDED.contains(name))
          .forEach(object::remove);
    }
  }

  private Run run(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--format", "json"));
    Run run =
        Run.command(
            Run.environment(database, api.address()), () -> NOW, arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err() + run.out()).isZero();
    return run;
  }
}

package de.qapix;

import static de.qapix.db.qapix.tables.Reject.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.ScriptedApi.Reply;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Lists whose next page is one that was there before. */
class EndlessListTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  @ParameterizedTest
  @CsvSource({
    "/organization_memberships, sync",
    "/organization_memberships, verify",
    "/event_types, sync",
    "/event_types, sync --dry-run",
    "/scheduled_events, sync",
    "/scheduled_events, sync --dry-run",
    "/scheduled_events, verify"
  })
  void whatever_list_it_is_whatever_reads_it_ends_with_an_error_that_says_so(
      String path, String command) throws Exception {
    try (ScriptedApi api = looping(path)) {
      Run run = run(api, (command + " --format json --max-duration 20s").split(" "));

      assertThat(run.code()).as(run.err()).isEqualTo(4);
      assertThat(run.json().path("error").path("kind").stringValue()).isEqualTo("api-endless");
      assertThat(run.err()).contains("list GET " + path + " does not end");
      assertThat(api.requests())
          .filteredOn(request -> request.startsWith(path + "?"))
          .hasSizeLessThan(20);
    }
  }

  @Test
  void the_invitees_of_an_event_are_one_record_s_list_and_cost_this_record_only() throws Exception {
    try (ScriptedApi api = looping("/invitees")) {
      JsonNode result = run(api, "sync", "--format", "json", "--max-duration", "0").json();

      assertThat(result.path("success").booleanValue()).isTrue();
      assertThat(result.path("rejected").intValue()).isPositive();
      assertThat(database.sql().fetchValues(REJECT.REASON))
          .allMatch(reason -> reason.contains("was there before"));
      assertThat(api.requests()).hasSizeLessThan(200);

      JsonNode retried = run(api, "rejects", "retry", "--all", "--format", "json").json();
      assertThat(retried.path("cleared")).isEmpty();
      JsonNode verified = run(api, "verify", "--format", "json").json();
      assertThat(verified.path("unreadable").intValue()).isPositive();
    }
  }

  /** The first page of the list, again and again. */
  private static ScriptedApi looping(String path) throws Exception {
    Map<String, Reply> pages = new ConcurrentHashMap<>();
    return new ScriptedApi(
        30,
        () -> NOON,
        (asked, number, usual) ->
            asked.endsWith(path)
                ? pages.computeIfAbsent(asked, any -> Reply.of(200, leadingOn(usual.body())))
                : null);
  }

  private static String leadingOn(String body) {
    return body.replaceFirst(
        "\"next_page\":(null|\"[^\"]*\")", "\"next_page\":\"http://other/?page_token=again\"");
  }

  private Run run(ScriptedApi api, String... arguments) {
    Map<String, String> environment = Run.environment(database, api.address());
    return Run.command(environment, () -> NOON, arguments);
  }
}

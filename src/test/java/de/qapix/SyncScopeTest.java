package de.qapix;

import static de.qapix.db.qapix.tables.Account.ACCOUNT;
import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlyEventHost.CALENDLY_EVENT_HOST;
import static de.qapix.db.qapix.tables.Run.RUN;
import static de.qapix.db.qapix.tables.Sweep.SWEEP;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.ScriptedApi.Reply;
import de.qapix.ScriptedApi.Script;
import de.qapix.sandbox.FaultSpec;
import de.qapix.sandbox.Faults;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token may see, and what is said where that is not enough. */
class SyncScopeTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final String DENIED =
      "{\"title\":\"Permission Denied\",\"message\":\"You do not have permission to access this"
          + " resource.\"}";
  private static final String PLAN =
      "{\"title\":\"Permission Denied\",\"message\":\"Please upgrade your Calendly account to"
          + " Standard\"}";
  private static final String NOTHING_LISTED =
      "{\"collection\":[],\"pagination\":{\"count\":0,\"next_page\":null}}";

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  private ScriptedApi api;
  private Script script = (path, number, usual) -> null;

  @AfterEach
  void close() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "organizations:read",
        "users:read+organizations:read",
        "organizations:read+event_types:read+scheduled_events:read",
        "users:read+organizations:read+event_types:read+scheduled_events:read"
      })
  void all_scopes_that_a_token_lacks_are_named_at_once(String lacking) throws Exception {
    serve();
    api.sandbox().faults(FaultSpec.parse("scope-missing=" + lacking, 1));

    Run run = run("sync");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err())
        .contains("error: the token lacks scopes: " + lacking.replace("+", ", ") + " (GET /");
    assertThat(run.err()).doesNotContain("neither owner nor admin");
    assertThat(run.json().path("error").path("kind").stringValue()).isEqualTo("api-scope-missing");
    assertThat(database.sql().fetchValues(RUN.OUTCOME)).containsExactly("failed");
    assertThat(database.sql().fetchValues(ACCOUNT.ORGANIZATION)).doesNotContain(true, false);
    assertThat(run("sync", "--dry-run").code()).isEqualTo(4);
    assertThat(run("verify").code()).isEqualTo(4);
  }

  @Test
  void a_scope_that_is_taken_away_later_is_told_and_nothing_is_synced_by_half() throws Exception {
    serve();
    assertThat(run("sync", "--max-duration", "0").code()).isZero();
    api.sandbox().faults(FaultSpec.parse("scope-missing=event_types:read+organizations:read", 1));

    Run run = run("sync");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("lacks scopes: organizations:read, event_types:read (");
    assertThat(database.sql().fetchValues(ACCOUNT.ORGANIZATION)).doesNotContain(false);
  }

  @Test
  void a_role_that_nobody_has_heard_of_is_tried_and_may_list_all() throws Exception {
    script =
        (path, number, usual) ->
            path.equals("/organization_memberships")
                ? Reply.of(200, usual.body().replace("\"owner\"", "\"group_admin\""))
                : null;
    serve();

    Run run = run("sync", "--days-back", "5");

    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("all events of the organization");
  }

  @ParameterizedTest
  @ValueSource(strings = {"403 " + DENIED, "403 " + PLAN, "200 " + NOTHING_LISTED, "200 role"})
  void neither_owner_nor_admin_is_only_said_when_the_organizations_events_are_denied(
      String memberships) throws Exception {
    int status = Integer.parseInt(memberships.substring(0, 3));
    String body = memberships.substring(4);
    script =
        (path, number, usual) ->
            path.equals("/organization_memberships")
                ? Reply.of(
                    status, body.equals("role") ? usual.body().replace("\"owner\"", "7") : body)
                : null;
    serve();

    assertThat(run("sync", "--days-back", "5").err()).contains("all events of the organization");
    database.sql().deleteFrom(ACCOUNT).execute();
    api.sandbox().faults(FaultSpec.parse("demoted=0", 1));
    Run run = run("sync", "--days-back", "5");

    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("only the events of Jörg Müßiggang (neither owner nor admin");
  }

  @Test
  void whoever_may_list_less_than_before_is_told_on_every_run_how_much_nobody_keeps_up_to_date()
      throws Exception {
    serve();
    assertThat(run("sync", "--max-duration", "0").json().path("unattended").intValue()).isZero();
    int all = database.sql().fetchCount(CALENDLY_EVENT);
    int own =
        database.sql().fetchCount(CALENDLY_EVENT_HOST, CALENDLY_EVENT_HOST.NAME.startsWith("Jörg"));
    api.sandbox().faults(FaultSpec.parse("demoted=0", 1));

    for (String[] options : List.of(new String[0], new String[] {"--dry-run"}, new String[0])) {
      List<String> command = new ArrayList<>(List.of("sync", "--max-duration", "0"));
      command.addAll(List.of(options));
      Run run = run(command.toArray(String[]::new));

      assertThat(run.code()).isZero();
      assertThat(run.json().path("unattended").intValue()).isEqualTo(all - own).isPositive();
      assertThat(run.json().path("warning").stringValue())
          .startsWith("warning: " + (all - own) + " stored events are no longer updated");
    }
    assertThat(database.sql().fetchCount(CALENDLY_EVENT, CALENDLY_EVENT.DELETED_AT.isNotNull()))
        .isZero();
    assertThat(
            Run.command(Run.environment(database, api.address()), () -> NOW, "sync", "--lang", "de")
                .out())
        .contains(
            "Warnung: " + (all - own) + " gespeicherte Events werden nicht mehr aktualisiert");
    api.sandbox().faults(Faults.NONE);
    assertThat(run("sync", "--max-duration", "0").out()).doesNotContain("warning");
  }

  @Test
  void what_another_users_sync_keeps_up_to_date_is_nothing_to_warn_of() throws Exception {
    serve();
    run("sync", "--max-duration", "0");
    database
        .sql()
        .update(SWEEP)
        .set(SWEEP.ACCOUNT, "https://api.calendly.com/users/other")
        .execute();
    api.sandbox().faults(FaultSpec.parse("demoted=0", 1));

    assertThat(run("sync", "--max-duration", "0").json().path("unattended").intValue()).isZero();

    database.sql().update(SWEEP).set(SWEEP.STARTED_AT, NOW.minusSeconds(8 * 86_400)).execute();
    assertThat(run("sync", "--max-duration", "0").json().path("unattended").intValue())
        .isPositive();
  }

  @Test
  void one_who_changes_organization_before_the_role_was_known_is_asked_for_anew() throws Exception {
    script =
        (path, number, usual) ->
            path.equals("/users/me")
                ? Reply.of(200, usual.body().replaceAll("organizations/[\\w-]+", "organizations/x"))
                : Reply.of(500, "{}");
    serve();
    assertThat(run("sync", "--max-duration", "0").code()).isEqualTo(4);
    assertThat(database.sql().fetchValues(ACCOUNT.SCOPE).get(0)).endsWith("/x");
    script = (path, number, usual) -> null;

    Run run = run("sync", "--max-duration", "0");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(database.sql().fetchValues(ACCOUNT.SCOPE).get(0)).doesNotEndWith("/x");
  }

  @Test
  void one_whose_token_loses_its_scope_before_the_role_was_known_is_told_so() throws Exception {
    serve();
    api.sandbox().faults(FaultSpec.parse("scope-missing=organizations:read", 1));
    assertThat(run("sync").code()).isEqualTo(4);
    api.sandbox().faults(FaultSpec.parse("scope-missing=users:read", 1));

    Run run = run("sync");

    assertThat(run.code()).as(run.err()).isEqualTo(4);
    assertThat(run.err()).contains("error: the token lacks scopes: users:read");
  }

  private void serve() throws Exception {
    api =
        new ScriptedApi(60, () -> NOW, (path, number, usual) -> script.reply(path, number, usual));
  }

  private Run run(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--format", "json"));
    return Run.command(
        Run.environment(database, api.address()), () -> NOW, arguments.toArray(String[]::new));
  }
}

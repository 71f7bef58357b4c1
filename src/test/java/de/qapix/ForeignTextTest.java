package de.qapix;

import static de.qapix.db.qapix.tables.Reject.REJECT;
import static de.qapix.db.qapix.tables.Run.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.ScriptedApi.Reply;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What others have written, in the API, the database or on the command line, is only shown. */
class ForeignTextTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String EVIL = "\u001b[2J\u001b]0;title\u0007\u009b31m\u202eevil\r\u007f";

  private static final Pattern COMMANDING =
      Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]");

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  @Test
  void the_history_and_the_rejects_command_no_terminal() {
    long id =
        database
            .sql()
            .insertInto(RUN)
            .set(RUN.SOURCE, "calendly")
            .set(RUN.OUTCOME, "failed")
            .set(RUN.ERROR, EVIL)
            .set(RUN.STARTED_AT, NOON)
            .set(RUN.ENDED_AT, NOON)
            .set(RUN.HOST, "web" + EVIL)
            .set(RUN.PID, 1L)
            .set(RUN.VERSION, "0.1.0")
            .returning(RUN.ID)
            .fetchSingle()
            .getId();
    database
        .sql()
        .insertInto(REJECT)
        .set(REJECT.SOURCE, "calendly")
        .set(REJECT.KIND, "event")
        .set(REJECT.KEY, "https://api/" + EVIL)
        .set(REJECT.ORIGIN, "GET /" + EVIL)
        .set(REJECT.REASON, EVIL)
        .set(REJECT.RAW, "{\"a\": \"\u009b31m\u202e\"")
        .set(REJECT.RUN_ID, 1L)
        .set(REJECT.FIRST_SEEN_AT, NOON)
        .set(REJECT.LAST_SEEN_AT, NOON)
        .execute();

    for (String words : new String[] {"runs", "runs show " + id, "rejects"}) {
      assertThat(shown(words, "http://127.0.0.1:1").out()).contains("\\x1b[2J", "\\u202eevil");
      assertThat(shown(words + " --format json", "http://127.0.0.1:1").json().isObject()).isTrue();
    }
    String key = "\u007f";
    assertThat(shown("rejects show " + key, "http://127.0.0.1:1").out())
        .contains("\\x1b[2J", "\\x9b31m\\u202e");
    assertThat(shown("rejects show " + key + key, "http://127.0.0.1:1").err()).contains("\\x7f");
  }

  @Test
  void what_the_api_says_commands_no_terminal() throws Exception {
    String body = "{\"title\":\"\\u001b[2Jgone\",\"message\":\"\\u009b31m\\u202e\"}";
    try (ScriptedApi api =
        new ScriptedApi(10, () -> NOON, (path, number, usual) -> Reply.of(401, body))) {
      assertThat(shown("sync", api.address()).err()).contains("\\x1b[2Jgone");
      assertThat(shown("sync --format json", api.address()).out()).contains("\\u001B[2Jgone");
      assertThat(shown("sync -vv --log-format json", api.address()).err())
          .contains("\\u001B[2Jgone");
    }
  }

  @Test
  void what_was_typed_commands_no_terminal() {
    assertThat(shown("\u001b[2J", "http://127.0.0.1:1").err()).contains("\\x1b[2J");
    assertThat(shown("sync --config /\u001b[2J", "http://127.0.0.1:1").err()).contains("\\x1b[2J");
  }

  private Run shown(String words, String api) {
    Map<String, String> environment = Run.environment(database, api);
    Run run = Run.command(environment, () -> NOON, words.split(" "));
    assertThat(COMMANDING.matcher(run.out()).find()).as(words).isFalse();
    assertThat(COMMANDING.matcher(run.err()).find()).as(words).isFalse();
    return run;
  }
}

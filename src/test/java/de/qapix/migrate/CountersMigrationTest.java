package de.qapix.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What an older qapix has left behind, and the eighth migration mends. */
class CountersMigrationTest {

  @RegisterExtension private final TestDatabase database = TestDatabase.empty();
  @TempDir private Path folder;

  @Test
  void invitees_of_events_that_were_deleted_before_are_deleted_as_their_event_was()
      throws IOException {
    migrate(7);
    event("gone", "'2026-10-01Z'");
    event("there", "null");
    invitee("of gone", "gone", "null");
    invitee("gone earlier", "gone", "'2026-09-01Z'");
    invitee("of there", "there", "null");

    migrate(8);

    assertThat(
            database
                .sql()
                .fetch(
                    "select uri || ': ' || coalesce(cast(\"deletedAt\" at time zone 'UTC' as"
                        + " date)::text, '-') from qapix.calendly_invitee order by uri")
                .into(String.class))
        .containsExactly("gone earlier: 2026-09-01", "of gone: 2026-10-01", "of there: -");
  }

  private void event(String uri, String deletedAt) {
    database
        .sql()
        .execute(
            """
            insert into qapix.calendly_event select * from jsonb_populate_record(null::qapix.calendly_event,
              jsonb_build_object('uri', '%s', 'deletedAt', %s)
              || (select jsonb_object_agg(column_name, case data_type
                    when 'text' then to_jsonb('x'::text) when 'integer' then to_jsonb(1)
                    when 'jsonb' then '{}'::jsonb when 'boolean' then to_jsonb(true)
                    else to_jsonb('2026-01-01Z'::timestamptz) end)
                  from information_schema.columns
                  where table_schema = 'qapix' and table_name = 'calendly_event'
                    and is_nullable = 'NO' and column_name <> 'uri'))
            """
                .formatted(uri, deletedAt));
  }

  private void invitee(String uri, String event, String deletedAt) {
    database
        .sql()
        .execute(
            """
            insert into qapix.calendly_invitee
              (uri, "eventUri", email, name, status, "bookedAt", "updatedAt", rescheduled, "questionsAndAnswers", raw,
               "deletedAt")
            values ('%s', '%s', 'e', 'n', 'active', '2026-01-01Z', '2026-01-01Z', false, '[]', '{}', %s)
            """
                .formatted(uri, event, deletedAt));
  }

  private void migrate(int version) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("sql/migrations"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        Path copy = folder.resolve(name);
        if (number(name) <= version && Files.notExists(copy)) {
          Files.copy(file, copy);
        }
      }
    }
    new Migrations(
            database.dataSource(), "public", LockTimeouts.usual(), List.of("filesystem:" + folder))
        .migrate(MigrationWatch.none());
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }
}

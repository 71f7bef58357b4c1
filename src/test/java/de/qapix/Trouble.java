package de.qapix;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;

/** What can go wrong while a sync runs. Each lets one run happen, or part of one. */
enum Trouble {
  SERVER_ERRORS("500=4%,502=3%,503=3%"),
  UNFORETOLD_REFUSALS("429=2%"),
  BROKEN_CONNECTIONS("reset=10%"),
  STALLED_BODIES("stall=2%,hang=2%"),
  BODIES_THAT_ARE_NO_JSON("truncated=4%,html=3%,empty=3%"),
  SHIFTING_PAGES("shift=40%,duplicate=40%"),
  EXPIRED_PAGE_TOKENS("token-expired=50%"),
  LATE_ANSWERS("stale=20%"),
  A_WORLD_THAT_CHANGES_MEANWHILE("churn=5%"),
  POISON("poison=5%"),
  EVENTS_THAT_ARE_NOT_FOUND("404=5%"),
  A_TOKEN_REVOKED_HALFWAY("revoked=20"),
  SLOW_ANSWERS_IN_A_SMALL_BOX("slow=50%") {
    @Override
    void strike(FaultStage stage) {
      stage.trouble("slow=50%");
      stage.sync("--max-duration", "1s", "--request-timeout", "10s");
    }
  },
  A_KILLED_RUN("") {
    @Override
    void strike(FaultStage stage) throws Exception {
      Process process = stage.start("--max-duration", "0", "--full", "--concurrency", "4");
      process.waitFor(500 + stage.random().nextInt(900), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }
  },
  A_POWER_CUT_OF_THE_DATABASE("") {
    @Override
    void strike(FaultStage stage) throws Exception {
      stage.syncWhile(
          () -> {
            stage.awaitRequests(10 + stage.random().nextInt(60));
            stage.database().cutPower();
          },
          "--full");
      stage.database().restorePower();
    }
  },
  BROKEN_DATABASE_CONNECTIONS("") {
    @Override
    void strike(FaultStage stage) throws Exception {
      stage.syncWhile(
          () -> {
            stage.awaitRequests(10 + stage.random().nextInt(60));
            stage
                .database()
                .sql()
                .execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
          },
          "--full");
    }
  },
  THE_LOCKS_CONNECTION_DIES("") {
    @Override
    void strike(FaultStage stage) throws Exception {
      stage.syncWhile(
          () -> {
            stage.awaitRequests(10 + stage.random().nextInt(60));
            stage.database().sql().execute("select pg_terminate_backend(backend) from qapix.lock");
          },
          "--full");
    }
  },
  A_READ_ONLY_DATABASE("") {
    @Override
    void strike(FaultStage stage) throws Exception {
      stage.database().sql().execute("alter role postgres set default_transaction_read_only = on");
      stage.sync("--full");
      try (Connection writable =
          connection(
              stage,
              "set transaction read write",
              "alter role postgres reset default_transaction_read_only")) {
        writable.commit();
      }
    }
  },
  A_STATEMENT_TIMEOUT("") {
    @Override
    void strike(FaultStage stage) throws Exception {
      stage.database().sql().execute("alter role postgres set statement_timeout = '100ms'");
      try (Connection blocker =
          connection(stage, "lock table qapix.calendly_invitee in share mode")) {
        stage.sync("--full");
        blocker.rollback();
      }
      stage.database().sql().execute("alter role postgres reset statement_timeout");
    }
  },
  A_FULL_DISK("") {
    @Override
    void strike(FaultStage stage) {
      refusing(stage, "53100", "could not extend file: No space left on device", 1);
    }
  },
  SERIALIZATION_FAILURES("") {
    @Override
    void strike(FaultStage stage) {
      refusing(stage, "40001", "could not serialize access", 5);
    }
  },
  DEADLOCKS("") {
    @Override
    void strike(FaultStage stage) throws Exception {
      stage.syncWhile(
          () -> {
            stage.awaitRequests(5);
            for (int i = 0; i < 5; i++) {
              lockBackwards(stage);
            }
          },
          "--full");
    }

    /** Another application that takes the same rows in another order. */
    private void lockBackwards(FaultStage stage) {
      try (Connection other =
          connection(
              stage,
              "select 1 from calendly_events for update",
              "select 1 from qapix.calendly_event for update")) {
        other.rollback();
      } catch (Exception victim) {
        // One of the two has to give way, and it may be this one.
      }
    }
  },
  A_CLOCK_THAT_JUMPS_BACK("") {
    @Override
    void strike(FaultStage stage) {
      stage.skew(Duration.ofHours(-30));
      stage.sync("--max-duration", "600ms");
      stage.skew(Duration.ofHours(5));
      stage.sync();
    }
  };

  private final String faults;

  Trouble(String faults) {
    this.faults = faults;
  }

  /** Makes the trouble and lets a run meet it; how that ends is the run's business. */
  void strike(FaultStage stage) throws Exception {
    stage.trouble(faults);
    stage.sync("--max-duration", "3s", stage.random().nextBoolean() ? "--full" : "--quiet");
  }

  /** Something happens to the events between two runs. */
  static void life(FaultStage stage) {
    List<? extends JsonNode> events =
        stage
            .sandbox()
            .world()
            .events(
                FaultStage.NOON.minus(Duration.ofDays(19)),
                FaultStage.NOON.plus(Duration.ofDays(9)));
    for (int i = 0; i < 3; i++) {
      String uri = events.get(stage.random().nextInt(events.size())).path("uri").stringValue();
      switch (stage.random().nextInt(5)) {
        case 0 -> stage.sandbox().cancel(uri);
        case 1 -> stage.sandbox().remove(uri);
        case 2 ->
            stage.sandbox().move(uri, Duration.ofMinutes(stage.random().nextInt(-9_000, 9_000)));
        default -> stage.sandbox().touch(uri);
      }
    }
  }

  private static void refusing(FaultStage stage, String state, String message, int times) {
    DSLContext sql = stage.database().sql();
    sql.execute("create sequence if not exists public.refusals");
    sql.execute("alter sequence public.refusals restart");
    sql.execute(
        """
        create or replace function public.refuse() returns trigger language plpgsql as $$
        begin
          if nextval('public.refusals') %% %d = 0 then
            raise exception '%s' using errcode = '%s';
          end if;
          return new;
        end $$
        """
            .formatted(times, message, state));
    sql.execute(
        "create trigger refuse before insert or update on qapix.calendly_look"
            + " for each row execute function public.refuse()");
    stage.sync("--full");
    sql.execute("drop trigger refuse on qapix.calendly_look");
  }

  private static Connection connection(FaultStage stage, String... statements) {
    try {
      Connection connection = stage.database().dataSource().getConnection();
      connection.setAutoCommit(false);
      for (String statement : statements) {
        connection.createStatement().execute(statement);
      }
      return connection;
    } catch (java.sql.SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}

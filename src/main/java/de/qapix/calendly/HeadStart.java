package de.qapix.calendly;

import static de.qapix.db.qapix.tables.CalendlyEvent.CALENDLY_EVENT;
import static de.qapix.db.qapix.tables.CalendlyInvitee.CALENDLY_INVITEE;

import de.qapix.api.Json;
import java.net.http.HttpClient;
import java.util.concurrent.CompletableFuture;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Loads classes that every sync needs while its database is being connected to. On two cores that
 * takes a fifth of a second off each run.
 */
public final class HeadStart {

  private final CompletableFuture<Void> queries;

  private HeadStart(CompletableFuture<Void> queries) {
    this.queries = queries;
  }

  /** Begins to load them in threads that end with the program. */
  public static HeadStart begin() {
    CompletableFuture<Void> queries = new CompletableFuture<>();
    inBackground(
        () -> {
          try {
            loadQueries();
          } finally {
            queries.complete(null);
          }
        });
    inBackground(HeadStart::loadRequests);
    return new HeadStart(queries);
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "qapix-head-start");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits until jOOQ is loaded, which has to happen before any other thread uses it: its data types
   * are incomplete for whoever comes while another thread initializes them.
   */
  public void await() {
    queries.join();
  }

  private static void loadQueries() {
    DSL.using(SQLDialect.POSTGRES)
        .renderInlined(
            DSL.selectFrom(CALENDLY_EVENT)
                .whereExists(
                    DSL.selectFrom(CALENDLY_INVITEE)
                        .where(CALENDLY_INVITEE.EVENT_URI.eq(CALENDLY_EVENT.URI))));
  }

  private static void loadRequests() {
    HttpClient.newHttpClient();
    Json.find("{\"a\":[1]}").ifPresent(Json::canonical);
  }
}

package de.qapix;

import de.qapix.cli.Workplace;
import de.qapix.cli.WrongUseException;
import de.qapix.data.api.ApiAccess;
import de.qapix.data.api.ApiClient;
import de.qapix.data.api.TimeBox;
import de.qapix.data.calendly.Booking;
import de.qapix.data.calendly.CalendlyComparison;
import de.qapix.data.calendly.CalendlyFeed;
import de.qapix.data.calendly.CalendlyTable;
import de.qapix.data.calendly.MeetingKinds;
import de.qapix.data.calendly.ScheduledEvent;
import de.qapix.data.store.KnownReject;
import de.qapix.data.store.KnownRejects;
import de.qapix.data.store.RunHistory;
import de.qapix.data.store.RunHost;
import de.qapix.data.store.Store;
import de.qapix.data.sync.Preview;
import de.qapix.data.sync.RejectRetry;
import de.qapix.data.sync.RetryResult;
import de.qapix.data.sync.RunContext;
import de.qapix.data.sync.SyncOptions;
import de.qapix.data.sync.SyncProgress;
import de.qapix.data.sync.SyncResult;
import de.qapix.data.sync.SyncRun;
import de.qapix.data.verify.Verification;
import de.qapix.data.verify.VerificationResult;
import de.qapix.data.verify.VerificationStore;
import de.qapix.data.verify.VerifyOptions;
import de.qapix.postgres.Database;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Puts together what works with Calendly, for the commands that do. */
final class Calendly {

  private static final String SOURCE = "calendly";

  private final InstantSource clock;
  private final LongSupplier ticker;
  private final String version;

  /**
   * @param ticker nanoseconds that only go forward
   * @param version of qapix
   */
  Calendly(InstantSource clock, LongSupplier ticker, String version) {
    this.clock = clock;
    this.ticker = ticker;
    this.version = version;
  }

  SyncResult sync(
      Workplace place,
      ApiAccess access,
      SyncOptions options,
      boolean dryRun,
      TimeBox box,
      SyncProgress progress)
      throws InterruptedException {
    CalendlyFeed feed = feed(place, access);
    Store<Booking> store = store(place);
    RunContext context = new RunContext(box, clock, progress);
    return dryRun
        ? new Preview<ScheduledEvent, Booking>(feed, store, options, context).run()
        : new SyncRun<ScheduledEvent, Booking>(feed, store, options, machine(), context).run();
  }

  VerificationResult verify(
      Workplace place, ApiAccess access, VerifyOptions options, TimeBox box, SyncProgress progress)
      throws InterruptedException {
    DSLContext db = db(place);
    VerificationStore<ScheduledEvent, Booking> tables =
        new VerificationStore<>(
            store(place), new CalendlyComparison(db, kinds(place)), rejects(place));
    RunContext context = new RunContext(box, clock, progress);
    return new Verification<>(feed(place, access), tables, options, context).run();
  }

  RetryResult retry(Workplace place, ApiAccess access, List<KnownReject> rejects, TimeBox box)
      throws InterruptedException {
    return new RejectRetry<ScheduledEvent, Booking>(
            feed(place, access), store(place), rejects(place), machine(), box)
        .run(rejects, access.concurrency());
  }

  static RunHistory history(Workplace place) {
    return new RunHistory(db(place), SOURCE);
  }

  static KnownRejects rejects(Workplace place) {
    return new KnownRejects(db(place), SOURCE);
  }

  static DSLContext db(Workplace place) {
    Database database = place.database();
    return DSL.using(
        database.dataSource(),
        SQLDialect.POSTGRES,
        Store.settings(database.settings().sharedSchema()));
  }

  private CalendlyFeed feed(Workplace place, ApiAccess access) {
    return new CalendlyFeed(new ApiClient(access, clock, ticker, place.requestLog()));
  }

  private Store<Booking> store(Workplace place) {
    return new Store<>(
        place.database().dataSource(),
        place.database().settings().sharedSchema(),
        SOURCE,
        new CalendlyTable(kinds(place)),
        clock);
  }

  /** The rules by which names of meetings are sorted, from the setting or else the usual ones. */
  private static MeetingKinds kinds(Workplace place) {
    String rules = place.settings().find("CALENDLY_MEETING_KINDS").orElse(MeetingKinds.DEFAULT);
    try {
      return MeetingKinds.parse(rules);
    } catch (IllegalArgumentException wrong) {
      throw new WrongUseException("settings.kinds", String.valueOf(wrong.getMessage()));
    }
  }

  private RunHost machine() {
    return new RunHost(host(), ProcessHandle.current().pid(), version);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}

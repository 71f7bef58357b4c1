package de.qapix;

import de.qapix.api.ApiAccess;
import de.qapix.api.ApiClient;
import de.qapix.api.TimeBox;
import de.qapix.calendly.Booking;
import de.qapix.calendly.CalendlyFeed;
import de.qapix.calendly.CalendlyInventory;
import de.qapix.calendly.CalendlyTable;
import de.qapix.calendly.MeetingKinds;
import de.qapix.calendly.ScheduledEvent;
import de.qapix.cli.Workplace;
import de.qapix.postgres.Database;
import de.qapix.store.KnownReject;
import de.qapix.store.KnownRejects;
import de.qapix.store.Machine;
import de.qapix.store.RunHistory;
import de.qapix.store.Store;
import de.qapix.store.SweepHistory;
import de.qapix.sync.Ledger;
import de.qapix.sync.Preview;
import de.qapix.sync.Progress;
import de.qapix.sync.Retrial;
import de.qapix.sync.Retried;
import de.qapix.sync.SyncOptions;
import de.qapix.sync.SyncResult;
import de.qapix.sync.SyncRun;
import de.qapix.sync.Verification;
import de.qapix.sync.Verified;
import de.qapix.sync.VerifyOptions;
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
      Progress progress)
      throws InterruptedException {
    CalendlyFeed feed = feed(place, access);
    Store<Booking> store = store(place);
    return dryRun
        ? new Preview<ScheduledEvent, Booking>(feed, store, options, box, clock, progress).run()
        : new SyncRun<ScheduledEvent, Booking>(
                feed, store, options, machine(), box, clock, progress)
            .run();
  }

  Verified verify(
      Workplace place, ApiAccess access, VerifyOptions options, TimeBox box, Progress progress)
      throws InterruptedException {
    DSLContext db = db(place);
    Ledger<ScheduledEvent, Booking> ledger =
        new Ledger<>(
            store(place),
            new CalendlyInventory(db, kinds(place)),
            new SweepHistory(db, SOURCE),
            rejects(place));
    return new Verification<>(feed(place, access), ledger, options, box, clock, progress).run();
  }

  Retried retry(Workplace place, ApiAccess access, List<KnownReject> rejects, TimeBox box)
      throws InterruptedException {
    return new Retrial<ScheduledEvent, Booking>(
            feed(place, access), store(place), rejects(place), machine(), access.concurrency(), box)
        .run(rejects);
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

  private static MeetingKinds kinds(Workplace place) {
    return place.meetingKinds(MeetingKinds::parse, MeetingKinds.DEFAULT);
  }

  private Machine machine() {
    return new Machine(host(), ProcessHandle.current().pid(), version);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}

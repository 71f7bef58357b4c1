package de.qapix.sandbox;

import static java.util.stream.Collectors.toSet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.qapix.sandbox.meetings.Additions;
import de.qapix.sandbox.meetings.Meeting;
import de.qapix.sandbox.meetings.MeetingEdits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** The simulated Calendly, over real HTTP on the loopback address. */
public final class SandboxServer implements AutoCloseable {

  /** The one token that it accepts. */
  public static final String TOKEN = "sandbox";

  private static final int CONNECTIONS_WAITING = 1_024;

  private final SandboxOptions options;
  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(SandboxServer::daemon);
  private final ReplyScheduler delivery = new ReplyScheduler(threads);
  private final RequestCounts counts = new RequestCounts();
  private final FaultHandler trouble;
  private final Handler gate;
  private final MeetingEdits edits = new MeetingEdits();
  private final AtomicReference<World> world = new AtomicReference<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  private SandboxServer(SandboxOptions options, InstantSource clock, LongSupplier ticker)
      throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.options = options;
    this.clock = clock;
    this.server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()),
            CONNECTIONS_WAITING);
    this.trouble =
        new FaultHandler(
            options.faults(),
            clock,
            counts,
            new WorldChanges(this::world, clock),
            new Routes(this::world, this::faults, address()));
    this.gate = new RateLimitHandler(options.rateLimit(), ticker, counts, trouble);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
  }

  /**
   * Starts it.
   *
   * @param clock tells the calendar day, which decides how the world stands
   * @throws IOException when the port is taken
   */
  public static SandboxServer start(SandboxOptions options, InstantSource clock)
      throws IOException {
    return start(options, clock, System::nanoTime);
  }

  static SandboxServer start(SandboxOptions options, InstantSource clock, LongSupplier ticker)
      throws IOException {
    SandboxServer sandbox = new SandboxServer(options, clock, ticker);
    sandbox.server.start();
    return sandbox;
  }

  /** Where it answers, e.g. {@code http://127.0.0.1:40001}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Is told method and address of each request before it is answered. */
  public void onRequest(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** What it has done so far. */
  public SandboxStatistics served() {
    return counts.served();
  }

  /** How the world stands today: what is done to it later shows here as well. */
  public World world() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return world.updateAndGet(
        known ->
            known != null && known.today().equals(today) ? known : World.of(options, today, edits));
  }

  private Faults faults() {
    return trouble.faults();
  }

  /** From now on it makes this trouble and no other. */
  public void faults(Faults other) {
    trouble.begin(other);
  }

  /**
   * The events of {@link #world} that start in a window and are not sent as they are, by address.
   */
  public Map<String, RecordCorruption> poisoned(Instant from, Instant until) {
    Map<String, RecordCorruption> poisoned = new TreeMap<>();
    world()
        .meetings(from, until, false)
        .filter(meeting -> !faults().isDeleted(meeting))
        .forEach(
            meeting ->
                faults().poison(meeting).ifPresent(poison -> poisoned.put(meeting.uri(), poison)));
    return poisoned;
  }

  /** The events of {@link #world} that start in a window and are not shown: addresses. */
  public Set<String> deleted(Instant from, Instant until) {
    return world()
        .meetings(from, until, false)
        .filter(faults()::isDeleted)
        .map(Meeting::uri)
        .collect(toSet());
  }

  /** Rewrites the event's notes. */
  public void touch(String eventUri) {
    world().change(eventUri, edit -> edit.touched(clock.instant()));
  }

  /** Has the host call the event off, for all its invitees. */
  public void cancel(String eventUri) {
    world().change(eventUri, edit -> edit.canceled(clock.instant()));
  }

  /** Changes the event's start; what Calendly calls rescheduling makes a new event instead. */
  public void move(String eventUri, Duration by) {
    world().change(eventUri, edit -> edit.moved(by, clock.instant()));
  }

  /** Makes the event vanish: not listed any more, and 404. */
  public void remove(String eventUri) {
    world().change(eventUri, edit -> edit.removed(true));
  }

  /** Lets a removed event appear again. */
  public void restore(String eventUri) {
    world().change(eventUri, edit -> edit.removed(false));
  }

  /** Adds events that all start at once; gives their addresses. */
  public List<String> addCrowd(Instant start, int events) {
    return IntStream.range(0, events).mapToObj(each -> addGroup(start, 1)).toList();
  }

  /** Adds an event with so many invitees; gives its address. */
  public String addGroup(Instant start, int invitees) {
    Additions additions = new Additions(options.seed());
    return world().add(additions.meeting(edits.number(), start, invitees, clock.instant()));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "qapix-sandbox");
    thread.setDaemon(true);
    return thread;
  }

  private void answer(HttpExchange exchange) {
    long arrived = System.nanoTime();
    Request request = Request.of(counts.began(), exchange);
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    listeners.forEach(listener -> listener.accept(line));
    Reply reply = gate.answer(request);
    Duration latency = options.latency().of(options.seed(), request.number()).plus(reply.extra());
    delivery.send(exchange, reply, arrived + latency.toNanos(), counts::ended);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

package de.qapix.data.calendly;

import static de.qapix.db.qapix.tables.CalendlyEventType.CALENDLY_EVENT_TYPE;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.data.api.ApiClient;
import de.qapix.data.api.ApiException;
import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.ApiUsage;
import de.qapix.data.api.Fields;
import de.qapix.data.api.Json;
import de.qapix.data.api.Page;
import de.qapix.data.api.TimeBox;
import de.qapix.data.api.UnreadableRecordException;
import de.qapix.data.feed.Cost;
import de.qapix.data.feed.Feed;
import de.qapix.data.feed.ReferenceLists;
import de.qapix.data.store.Account;
import de.qapix.data.store.Upsert;
import de.qapix.db.qapix.tables.records.CalendlyEventTypeRecord;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;

/** Calendly's API v2 (developer.calendly.com), as a sync sees it. */
public final class CalendlyFeed implements Feed<ScheduledEvent, Booking> {

  private static final String EVENT = "event";
  private static final String EVENT_TYPE = "event_type";

  /** Other precisions have been refused together with page tokens. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final Pattern EVENT_URI =
      Pattern.compile("https?://[^/]+/scheduled_events/[^/?#]+");

  private final ApiClient client;
  private final CalendlyApi api;
  private final PagedLists lists;

  public CalendlyFeed(ApiClient client) {
    this.client = client;
    this.api = new CalendlyApi(client);
    this.lists = new PagedLists(api);
  }

  @Override
  public String kind() {
    return EVENT;
  }

  @Override
  public String credential() {
    return client.credential();
  }

  @Override
  public ReferenceLists catalogue(Account account, TimeBox box)
      throws InterruptedException, TimeoutException {
    ApiRequest request =
        scoped(ApiRequest.get("/event_types"), account).with("count", PagedLists.COUNT);
    PagedLists.Contents<CalendlyEventTypeRecord> types =
        lists.read(EVENT_TYPE, request, EventTypeDecoder::decode, box);
    return new ReferenceLists(
        transaction -> write(transaction, types.records()),
        types.records().stream().map(CalendlyFeed::part).toList(),
        types.unreadable());
  }

  private static ReferenceLists.Part part(CalendlyEventTypeRecord type) {
    return new ReferenceLists.Part(
        EVENT_TYPE,
        type.getUri(),
        type.getRaw().data(),
        transaction -> write(transaction, List.of(type)));
  }

  private static void write(DSLContext transaction, List<CalendlyEventTypeRecord> types) {
    Upsert.whole(CALENDLY_EVENT_TYPE)
        .unlessNewer(CALENDLY_EVENT_TYPE.UPDATED_AT)
        .write(transaction, types);
  }

  @Override
  public Account whoAmI(TimeBox box) throws InterruptedException, TimeoutException {
    ApiRequest me = ApiRequest.get("/users/me");
    Fields user = resource(me, api.get(me, box));
    String uri = user.findText("uri");
    if (uri == null) {
      throw ApiException.unreadable(me, "uri is missing");
    }
    String name = Optional.ofNullable(user.findText("name")).orElse(uri);
    String organization = user.findText("current_organization");
    return new Account(uri, name, organization == null ? uri : organization, organization != null);
  }

  @Override
  public Account entitled(Account candidate, TimeBox box)
      throws InterruptedException, TimeoutException {
    String user = candidate.user();
    boolean hasOrganization = !candidate.scope().equals(user);
    return hasOrganization
            && new OrganizationAccess(api, lists).seesAll(user, candidate.scope(), box)
        ? new Account(user, candidate.userName(), candidate.scope(), true)
        : new Account(user, candidate.userName(), user, false);
  }

  private static ApiRequest scoped(ApiRequest request, Account account) {
    return request.with(account.organization() ? "organization" : "user", account.scope());
  }

  @Override
  public ApiRequest list(Account account, Instant from, Instant until) {
    return scoped(ApiRequest.get("/scheduled_events"), account)
        .with("count", PagedLists.COUNT)
        .with("sort", "start_time:asc")
        .with("min_start_time", TIME.format(from))
        .with("max_start_time", TIME.format(until));
  }

  @Override
  public Page<ScheduledEvent> page(ApiRequest request, TimeBox box)
      throws InterruptedException, TimeoutException {
    return Page.read(EVENT, request, api.get(request, box), EventDecoder::decode);
  }

  @Override
  public Booking complete(ScheduledEvent event, TimeBox box)
      throws InterruptedException, TimeoutException {
    if (!event.hasInvitees()) {
      return new Booking(event, List.of(), List.of());
    }
    ApiRequest request =
        ApiRequest.get("/scheduled_events/" + escaped(event.id()) + "/invitees")
            .with("count", PagedLists.COUNT)
            .with("sort", "created_at:asc");
    PagedLists.Contents<Invitee> invitees =
        lists.settled(
            "invitee",
            request,
            contents -> booking(event, contents).fitsCounter(),
            invitee -> invitee.uri() + " " + invitee.status(),
            InviteeDecoder::decode,
            box);
    return booking(event, invitees);
  }

  @Override
  public Optional<ScheduledEvent> read(String raw) {
    try {
      return Json.find(raw).map(Fields::of).map(EventDecoder::decode);
    } catch (UnreadableRecordException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public Cost listing(long events) {
    return new Cost(pages(events), 0);
  }

  @Override
  public Cost cost(ScheduledEvent event) {
    int invitees = event.invitees();
    return new Cost(pages(invitees), 2L + event.hosts().size() + event.guests().size() + invitees);
  }

  private static long pages(long records) {
    return (records + PagedLists.LARGEST_PAGE - 1) / PagedLists.LARGEST_PAGE;
  }

  private static Booking booking(ScheduledEvent event, PagedLists.Contents<Invitee> invitees) {
    return new Booking(event, invitees.records(), invitees.unreadable());
  }

  @Override
  public Optional<ScheduledEvent> find(String key, TimeBox box)
      throws InterruptedException, TimeoutException {
    String id = key.substring(key.lastIndexOf('/') + 1);
    ApiRequest request = ApiRequest.get("/scheduled_events/" + escaped(id));
    try {
      return Optional.of(EventDecoder.decode(resource(request, api.get(request, box))));
    } catch (UnreadableRecordException unreadable) {
      throw ApiException.unreadable(request, unreadable.getMessage());
    } catch (ApiException refused) {
      if (refused.kind() == ApiException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** Invitees' URIs begin with that of their event. */
  @Override
  public Optional<String> listedKey(String kind, String key) {
    Matcher event = EVENT_URI.matcher(key);
    return !kind.equals(EVENT_TYPE) && event.lookingAt()
        ? Optional.of(event.group())
        : Optional.empty();
  }

  private static String escaped(String segment) {
    return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
  }

  private static Fields resource(ApiRequest request, JsonNode body) {
    if (!body.path("resource").isObject()) {
      throw ApiException.unreadable(request, "the answer has no resource");
    }
    return Fields.of(body.path("resource"));
  }

  @Override
  public void assertAnswered(TimeBox box) {
    client.assertAnswered(box);
  }

  @Override
  public ApiUsage effort() {
    return client.effort();
  }
}

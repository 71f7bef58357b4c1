package de.qapix.sandbox;

import de.qapix.sandbox.meetings.Meeting;
import de.qapix.sandbox.meetings.Team;
import de.qapix.sandbox.meetings.Team.Host;
import de.qapix.sandbox.meetings.Team.Offer;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which request gets which answer. */
final class Routes implements Handler {

  private static final Pattern USER = Pattern.compile("/users/([^/]+)");
  private static final Pattern EVENT = Pattern.compile("/scheduled_events/([^/]+)");
  private static final Pattern INVITEES = Pattern.compile("/scheduled_events/([^/]+)/invitees");
  private static final Pattern INVITEE =
      Pattern.compile("/scheduled_events/([^/]+)/invitees/([^/]+)");

  private static final String MEMBER = "user";
  private static final Host ME = Team.HOSTS.get(0);

  private final Supplier<World> world;
  private final Supplier<Faults> faults;
  private final Pages pages;

  Routes(Supplier<World> world, Supplier<Faults> faults, URI address) {
    this.world = world;
    this.faults = faults;
    this.pages = new Pages(address);
  }

  @Override
  public Reply answer(Request request) {
    if (!("Bearer " + SandboxServer.TOKEN).equals(request.authorization())) {
      return Reply.of(SimulatedAnswer.unauthenticated());
    }
    return Reply.of(request.method().equals("GET") ? found(request) : SimulatedAnswer.denied());
  }

  private SimulatedAnswer found(Request request) {
    try {
      return switch (request.path()) {
        case "/organization_memberships" -> memberships(request);
        case "/event_types" -> eventTypes(request);
        case "/scheduled_events" -> events(request);
        default -> single(request);
      };
    } catch (InvalidParameterException invalid) {
      return SimulatedAnswer.invalid(invalid.parameter(), invalid.getMessage());
    }
  }

  private SimulatedAnswer single(Request request) {
    String path = request.path();
    Matcher user = USER.matcher(path);
    if (user.matches()) {
      return user(user.group(1));
    }
    Matcher event = EVENT.matcher(path);
    if (event.matches()) {
      return about(
          event.group(1),
          request,
          meeting -> SimulatedAnswer.resource(shown(request).event(meeting)));
    }
    Matcher invitees = INVITEES.matcher(path);
    if (invitees.matches()) {
      return about(invitees.group(1), request, meeting -> invitees(request, meeting));
    }
    Matcher invitee = INVITEE.matcher(path);
    return invitee.matches()
        ? about(invitee.group(1), request, meeting -> invitee(request, meeting))
        : organization(path);
  }

  /** An answer about one meeting. */
  private SimulatedAnswer about(
      String id, Request request, Function<Meeting, SimulatedAnswer> answer) {
    Optional<Meeting> known = world.get().find(id).filter(this::isThere);
    if (known.isPresent() && request.member() && !known.get().isHeldBy(ME.uri())) {
      return SimulatedAnswer.notAllowed();
    }
    return known.map(answer).orElseGet(SimulatedAnswer::notFound);
  }

  private boolean isThere(Meeting meeting) {
    return !faults.get().isDeleted(meeting);
  }

  private static SimulatedAnswer organization(String path) {
    return Team.ORGANIZATION.equals(Team.API + path)
        ? SimulatedAnswer.resource(TeamJson.organization())
        : SimulatedAnswer.notFound();
  }

  private static SimulatedAnswer user(String id) {
    Optional<Host> host =
        id.equals("me")
            ? Optional.of(ME)
            : Team.HOSTS.stream().filter(each -> each.uri().endsWith("/" + id)).findFirst();
    return host.map(TeamJson::user)
        .map(SimulatedAnswer::resource)
        .orElseGet(SimulatedAnswer::notFound);
  }

  private SimulatedAnswer memberships(Request request) {
    RequestParameters parameters = request.parameters();
    if (request.member() && parameters.find("organization").isPresent()) {
      return SimulatedAnswer.denied();
    }
    if (parameters.find("organization").isPresent()) {
      requireOurs(parameters);
    } else if (parameters.find("user").isEmpty() && parameters.find("email").isEmpty()) {
      throw new InvalidParameterException("user", "one of organization, user, email is needed");
    }
    Stream<Host> hosts =
        Team.HOSTS.stream()
            .filter(host -> is(parameters, "user", host.uri()))
            .filter(host -> is(parameters, "email", host.email()));
    return pages.of(
        request,
        Records.of(hosts, Host::uri),
        any -> true,
        host ->
            TeamJson.membership(host, request.member() && host.equals(ME) ? MEMBER : host.role()));
  }

  private SimulatedAnswer eventTypes(Request request) {
    RequestParameters parameters = request.parameters();
    requireScope(parameters);
    Stream<Offer> offers = Team.OFFERS.stream().filter(offer -> is(parameters, "active", "true"));
    return pages.of(request, Records.of(offers, Offer::uri), any -> true, TeamJson::eventType);
  }

  private SimulatedAnswer events(Request request) {
    RequestParameters parameters = request.parameters();
    requireScope(parameters);
    if (request.member() && !asksForOwn(parameters)) {
      return SimulatedAnswer.denied();
    }
    World now = world.get();
    MeetingRecords meetings =
        new MeetingRecords(
            now,
            parameters.time("min_start_time").orElse(now.first()),
            parameters.time("max_start_time").orElse(now.end()),
            parameters.descending("start_time"));
    Predicate<Meeting> matches =
        meeting ->
            isThere(meeting)
                && parameters.find("user").map(meeting::isHeldBy).orElse(true)
                && is(parameters, "status", meeting.status())
                && parameters.find("invitee_email").map(meeting::isBookedBy).orElse(true);
    return pages.of(request, meetings, matches, shown(request)::event);
  }

  private SimulatedAnswer invitees(Request request, Meeting now) {
    RequestParameters parameters = request.parameters();
    ShownRecords shown = shown(request);
    Meeting meeting = shown.meeting(now);
    Stream<Meeting.Guest> guests =
        meeting.invitees().stream()
            .filter(
                guest ->
                    is(parameters, "status", guest.canceled().isPresent() ? "canceled" : "active"))
            .filter(guest -> is(parameters, "email", guest.person().email()));
    if (parameters.descending("created_at")) {
      guests = guests.sorted(Comparator.comparing(Meeting.Guest::booked).reversed());
    }
    return pages.of(
        request,
        Records.of(guests, meeting::inviteeUri),
        any -> true,
        guest -> shown.invitee(meeting, guest));
  }

  private SimulatedAnswer invitee(Request request, Meeting meeting) {
    String uri = Team.API + request.path();
    return meeting.invitees().stream()
        .filter(guest -> meeting.inviteeUri(guest).equals(uri))
        .findFirst()
        .map(guest -> SimulatedAnswer.resource(shown(request).invitee(meeting, guest)))
        .orElseGet(SimulatedAnswer::notFound);
  }

  private ShownRecords shown(Request request) {
    return new ShownRecords(world.get(), faults.get(), request.twist() == ListDistortion.STALE);
  }

  /** What a member may list: his own events and nothing of the organization's. */
  private static boolean asksForOwn(RequestParameters parameters) {
    return parameters.find("organization").isEmpty() && is(parameters, "user", ME.uri());
  }

  private static boolean is(RequestParameters parameters, String name, String value) {
    return parameters.find(name).map(value::equals).orElse(true);
  }

  private static void requireScope(RequestParameters parameters) {
    if (parameters.find("organization").isPresent()) {
      requireOurs(parameters);
      return;
    }
    String user =
        parameters
            .find("user")
            .orElseThrow(
                () -> new InvalidParameterException("user", "one of organization, user is needed"));
    List<String> users = Team.HOSTS.stream().map(Host::uri).toList();
    if (!users.contains(user)) {
      throw new InvalidParameterException("user", "is invalid");
    }
  }

  private static void requireOurs(RequestParameters parameters) {
    if (!is(parameters, "organization", Team.ORGANIZATION)) {
      throw new InvalidParameterException("organization", "is invalid");
    }
  }
}

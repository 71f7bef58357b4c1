package de.qapix.sandbox.meetings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sales team and the people who book with it; all invented. */
public final class Team {

  public static final String API = "https://api.calendly.com";
  public static final String ORGANIZATION = API + "/organizations/" + id("organization");

  /** One who holds meetings; the first is an owner of the organization, and the token's user. */
  public record Host(String name, String email, String role, String uri) {
    Host(String name, String email, String role) {
      this(name, email, role, API + "/users/" + id(email));
    }

    public String slug() {
      return email.substring(0, email.indexOf('@'));
    }
  }

  /** What can be booked. */
  public record Offer(
      String name,
      int minutes,
      String kind,
      String pooling,
      int weight,
      List<String> places,
      String uri) {
    Offer(String name, int minutes, String kind, String pooling, int weight, List<String> places) {
      this(name, minutes, kind, pooling, weight, places, API + "/event_types/" + id(name));
    }

    public boolean isGroup() {
      return kind.equals("group");
    }

    boolean isCollective() {
      return "collective".equals(pooling);
    }
  }

  public static final List<Host> HOSTS =
      List.of(
          new Host("Jörg Müßiggang", "joerg@example.com", "owner"),
          new Host("Änne Überschär", "aenne@example.com", "admin"),
          new Host("Mehmet Çelik-Weiß", "mehmet@example.com", "user"),
          new Host("Zoë Großkreutz", "zoe@example.com", "user"),
          new Host("Lars Löwenstein", "lars@example.com", "user"));

  public static final List<Offer> OFFERS =
      List.of(
          new Offer("Erstgespräch (kostenlos)", 45, "solo", null, 34, List.of("zoom", "google")),
          new Offer("Konzeptgespräch", 60, "solo", null, 22, List.of("google", "teams")),
          new Offer("Umsetzung besprechen", 30, "solo", "round_robin", 16, List.of("zoom")),
          new Offer("Service-Termin", 30, "solo", null, 14, List.of("phone", "inbound")),
          new Offer("Kennenlernen", 15, "solo", null, 8, List.of("ask", "none", "custom")),
          new Offer("Strategietag", 120, "solo", "collective", 3, List.of("office")),
          new Offer("Webinar „Vertrieb für Einsteiger“", 60, "group", null, 3, List.of("webex")));

  private static final int WEIGHTS = OFFERS.stream().mapToInt(Offer::weight).sum();

  private static final List<String> FIRST_NAMES =
      List.of(
          "Anna",
          "Björn",
          "Cäcilie",
          "Dörte",
          "Emre",
          "Frauke",
          "Günther",
          "Heike",
          "Ilse",
          "Jürgen",
          "Käthe",
          "Ludger",
          "Mirjam",
          "Nikolaus",
          "Özlem",
          "Pål",
          "Quirin",
          "Ruß",
          "Sören",
          "Thea",
          "Uwe",
          "Verena",
          "Wolf",
          "Xenia",
          "Yannick",
          "Zäzilia");
  private static final List<String> LAST_NAMES =
      List.of(
          "Ährenfeld",
          "Böckmann",
          "Czerny",
          "Dußmann",
          "Eßer",
          "Föhringer",
          "Gänßler",
          "Höß",
          "Ißleib",
          "Jäger",
          "Kößler",
          "Lüßmann",
          "Möbius",
          "Nüßlein",
          "Öttinger",
          "Prüß",
          "Quäck",
          "Rößler",
          "Süßkind",
          "Thöne",
          "Ümit",
          "Vößing",
          "Weiß",
          "Yıldız",
          "Zöllner");
  private static final List<String> DOMAINS = List.of("example.com", "example.org", "example.net");

  private static final Map<String, String> ASCII =
      Stream.concat(FIRST_NAMES.stream(), LAST_NAMES.stream())
          .collect(Collectors.toUnmodifiableMap(name -> name, Team::ascii));

  /** Somebody who books. */
  public record Person(String first, String last, String email) {
    public String name() {
      return first + " " + last;
    }
  }

  private Team() {}

  static Person person(RandomGenerator random) {
    String first = pick(FIRST_NAMES, random);
    String last = pick(LAST_NAMES, random);
    String email = ASCII.get(first) + "." + ASCII.get(last) + random.nextInt(1000) + "@";
    return new Person(first, last, email + pick(DOMAINS, random));
  }

  static Offer offer(RandomGenerator random) {
    int place = random.nextInt(WEIGHTS);
    for (Offer offer : OFFERS) {
      place -= offer.weight();
      if (place < 0) {
        return offer;
      }
    }
    throw new IllegalStateException("the weights add up");
  }

  public static <T> T pick(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }

  private static String ascii(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("ß", "ss")
        .replaceAll("[^a-z]", "x");
  }

  private static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
  }
}

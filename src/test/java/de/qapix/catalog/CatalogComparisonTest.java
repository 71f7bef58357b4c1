package de.qapix.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.Effort;
import de.qapix.TestServer;
import de.qapix.checks.scratch.Injection;
import de.qapix.checks.scratch.ShopDatabase;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogComparisonTest {

  private static final int PAIRS = Effort.of(15, 60);

  @ParameterizedTest
  @EnumSource
  void an_untouched_database_has_no_differences(TestServer server) {
    assertThat(drift(server)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void the_version_of_the_server_makes_no_difference(TestServer server) {
    Catalog expected = ShopDatabase.on(TestServer.V17).catalog();
    assertThat(CatalogComparison.between(expected, ShopDatabase.on(server).catalog())).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("injections")
  void each_change_is_named_exactly(TestServer server, Injection injection) {
    assertThat(drift(server, injection)).isEqualTo(injection.differences());
  }

  static Stream<Arguments> injections() {
    return Stream.of(TestServer.values())
        .flatMap(server -> injections(server).map(change -> Arguments.of(server, change)));
  }

  private static Stream<Injection> injections(TestServer server) {
    return server == TestServer.V17
        ? Injection.all().stream()
        : Effort.some(Injection.all().toArray(Injection[]::new));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("pairs")
  void two_changes_are_named_exactly(TestServer server, List<Injection> pair) {
    assertThat(drift(server, pair.toArray(Injection[]::new)))
        .containsExactlyInAnyOrderElementsOf(
            pair.stream().flatMap(change -> change.differences().stream()).distinct().toList());
  }

  /** Pairs that can be applied together: not each change is possible after each other one. */
  static Stream<Arguments> pairs() {
    Random chance = new Random(4);
    return Stream.of(TestServer.values())
        .flatMap(
            server ->
                Stream.generate(() -> inOrder(Injection.some(chance, 2)))
                    .filter(pair -> possible(server, pair))
                    .limit(PAIRS)
                    .map(pair -> Arguments.of(server, pair)));
  }

  /** What leaves its parent first does not get the parent's changes, so that each is one. */
  private static List<Injection> inOrder(List<Injection> pair) {
    return pair.get(1).differences().get(0).contains("table-parent")
        ? List.of(pair.get(1), pair.get(0))
        : pair;
  }

  private static boolean possible(TestServer server, List<Injection> pair) {
    return ShopDatabase.on(server)
        .tryCatalogAfter(pair.stream().map(Injection::sql).toList())
        .isPresent();
  }

  private static List<String> drift(TestServer server, Injection... injections) {
    ShopDatabase shop = ShopDatabase.on(server);
    Catalog found = shop.catalogAfter(Stream.of(injections).map(Injection::sql).toList());
    return CatalogComparison.between(shop.catalog(), found).stream()
        .map(difference -> difference.rule() + " " + difference.object().sql())
        .toList();
  }
}

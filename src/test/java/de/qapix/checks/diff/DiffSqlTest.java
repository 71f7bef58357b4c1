package de.qapix.checks.diff;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.Effort;
import de.qapix.TestServer;
import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogComparison;
import de.qapix.checks.scratch.Injection;
import de.qapix.checks.scratch.ShopDatabase;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DiffSqlTest {

  private static final int SETS = Effort.of(4, 25);
  private static final int LARGEST = 8;

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("injections")
  void a_database_gets_each_change(TestServer server, Injection injection) {
    ShopDatabase shop = ShopDatabase.on(server);
    assertThat(left(shop, List.of(), List.of(injection.sql()))).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("someInjections")
  void each_change_is_undone(TestServer server, Injection injection) {
    ShopDatabase shop = ShopDatabase.on(server);
    assertThat(left(shop, List.of(injection.sql()), List.of())).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("sets")
  void a_database_becomes_another_one(
      TestServer server, List<Injection> one, List<Injection> other) {
    ShopDatabase shop = ShopDatabase.on(server);
    assertThat(left(shop, statements(one), statements(other))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void an_empty_database_becomes_a_full_one_and_empty_again(TestServer server) {
    ShopDatabase shop = ShopDatabase.on(server);
    List<String> nothing = List.of("drop schema shop cascade", "drop schema \"Old Shop\" cascade");
    assertThat(left(shop, nothing, List.of())).isEmpty();
    assertThat(left(shop, List.of(), nothing)).isEmpty();
  }

  static Stream<Arguments> injections() {
    return Effort.servers()
        .flatMap(server -> Injection.all().stream().map(change -> Arguments.of(server, change)));
  }

  static Stream<Arguments> someInjections() {
    return Effort.servers()
        .flatMap(
            server ->
                Effort.some(Injection.all().toArray(Injection[]::new))
                    .map(change -> Arguments.of(server, change)));
  }

  static Stream<Arguments> sets() {
    Random chance = new Random(44);
    return Stream.of(TestServer.values())
        .flatMap(
            server ->
                Stream.generate(
                        () -> Arguments.of(server, set(server, chance), set(server, chance)))
                    .limit(SETS));
  }

  private static List<Injection> set(TestServer server, Random chance) {
    return Stream.generate(() -> Injection.some(chance, chance.nextInt(LARGEST)))
        .filter(set -> ShopDatabase.on(server).tryCatalogAfter(statements(set)).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /** What is different after all statements, without what they told to leave. */
  private static List<String> left(ShopDatabase shop, List<String> one, List<String> other) {
    Catalog from = shop.catalogAfter(one);
    Catalog to = shop.catalogAfter(other);
    List<Change> changes = DiffSql.between(from, to);
    List<String> byHand =
        changes.stream()
            .filter(Change.ByHand.class::isInstance)
            .map(change -> ((Change.ByHand) change).object())
            .toList();
    Catalog result = shop.catalogAfter(Stream.concat(one.stream(), sql(changes)).toList());
    return CatalogComparison.between(to, result).stream()
        .filter(difference -> !byHand.contains(difference.object().sql()))
        .map(difference -> difference + "\n" + sql(changes).collect(joining(";\n")))
        .toList();
  }

  private static Stream<String> sql(List<Change> changes) {
    return changes.stream()
        .filter(Change.Statement.class::isInstance)
        .map(change -> ((Change.Statement) change).sql());
  }

  private static List<String> statements(List<Injection> injections) {
    return injections.stream().map(Injection::sql).toList();
  }
}

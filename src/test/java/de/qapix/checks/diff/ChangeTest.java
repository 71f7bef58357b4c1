package de.qapix.checks.diff;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.TestServer;
import de.qapix.catalog.Catalog;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import de.qapix.checks.scratch.ShopDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeTest {

  @Test
  void what_stands_in_the_way_of_a_column_is_made_again() {
    String other =
        """
        drop materialized view shop.per_day;
        alter table shop."order" alter column changed_at type timestamptz(0);
        create materialized view shop.per_day as
          select date_trunc('day', changed_at) as day, count(*) as orders from shop."order" group by 1;
        create unique index per_day_day on shop.per_day (day);
        """;
    assertThat(changes(other))
        .isEqualTo(
            """
            drop materialized view shop.per_day;
            LOSES_DATA: alter table shop."order" alter column changed_at type timestamp(0) with time zone using changed_at::timestamp(0) with time zone;
            create materialized view shop.per_day as
             SELECT date_trunc('day'::text, changed_at) AS day,
                count(*) AS orders
               FROM shop."order"
              GROUP BY (date_trunc('day'::text, changed_at));
            CREATE UNIQUE INDEX per_day_day ON shop.per_day USING btree (day);
            """);
  }

  @Test
  void what_loses_data_is_marked() {
    assertThat(changes("alter table shop.item alter column amount type smallint"))
        .isEqualTo(
            """
            alter table shop.item alter column amount drop default;
            LOSES_DATA: alter table shop.item alter column amount type smallint using amount::smallint;
            alter table shop.item alter column amount set default 1;
            """);
    assertThat(changes("drop table shop.basket"))
        .isEqualTo("LOSES_DATA: drop table shop.basket;\n");
    assertThat(changes("drop view shop.young")).isEqualTo("drop view shop.young;\n");
    assertThat(changes("drop index shop.order_new")).isEqualTo("drop index shop.order_new;\n");
  }

  @Test
  void a_column_that_needs_values_says_so() {
    assertThat(changes("alter table shop.basket add column owner text not null"))
        .isEqualTo(
            """
            NEEDS_VALUES: alter table shop.basket add column owner text not null;
            """);
  }

  @Test
  void a_label_is_added_in_its_place() {
    assertThat(changes("alter type shop.status add value 'lost' before 'new'"))
        .isEqualTo("alter type shop.status add value 'lost' before 'new';\n");
  }

  @Test
  void what_has_no_statement_is_told() {
    assertThat(changes("alter type shop.colour rename value 'red' to 'rot'"))
        .isEqualTo(
            """
            by hand: shop.colour: labels
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          character varying(40) > character varying(80)
          character varying(40) > text
          integer > bigint
          integer > numeric(12,2)
          numeric(10,2) > numeric(12,4)
          timestamp(0) with time zone > timestamp with time zone
          real > double precision
          uuid > text
          """)
  void a_wider_type_keeps_each_value(String from, String to) {
    assertThat(TypeWidening.isKnown(from, to)).isTrue();
    assertThat(TypeWidening.isKnown(to, from)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          integer > numeric(10,2)
          numeric(10,2) > numeric(10,3)
          numeric > numeric(10,2)
          timestamp without time zone > timestamp with time zone
          text > character varying(80)
          integer[] > bigint
          """)
  void another_type_may_lose_some(String from, String to) {
    assertThat(TypeWidening.isKnown(from, to)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void a_trait_that_nothing_is_known_of_is_changed_by_hand(ObjectKind kind) {
    assertThat(DiffSql.between(strange(kind, "a"), strange(kind, "b")))
        .containsExactly(new Change.ByHand("s.t.x", "shape"));
  }

  private static Catalog strange(ObjectKind kind, String shape) {
    ObjectName name = new ObjectName(kind, "s", "t", "x");
    return new Catalog(170_000, List.of(new SchemaObject(name, Map.of("shape", shape))));
  }

  /** Each as in a script, behind what to know of it. */
  private static String changes(String sql) {
    ShopDatabase shop = ShopDatabase.on(TestServer.V17);
    return DiffSql.between(shop.catalog(), shop.catalogAfter(List.of(sql))).stream()
        .map(change -> line(change) + "\n")
        .collect(joining());
  }

  private static String line(Change change) {
    if (change instanceof Change.ByHand byHand) {
      return "by hand: " + byHand.object() + ": " + byHand.what();
    }
    Change.Statement statement = (Change.Statement) change;
    return statement.caution().map(caution -> caution + ": ").orElse("") + statement.sql() + ";";
  }
}

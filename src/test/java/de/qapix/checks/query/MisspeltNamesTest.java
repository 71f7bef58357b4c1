package de.qapix.checks.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which names are known to be wrong, whatever may be hidden elsewhere in a query. */
class MisspeltNamesTest {

  private static TriedSchema schema;

  @BeforeAll
  static void open() throws Exception {
    schema =
        new TriedSchema(
            """
            create table parcel (id int primary key, weight int, depot_id int, "sentAt" timestamp);
            create table users (id int primary key, email text);
            create table depot (id int primary key, town text, opened date);
            """);
  }

  @AfterAll
  static void close() throws Exception {
    schema.close();
  }

  private static String sent(String... lines) {
    return schema.typescript(String.join("\n", lines));
  }

  /** With SQL, not values, in all holes. */
  private static String prisma(String query) {
    return sent(
        "prisma.$queryRaw`" + query.replaceAll("\\$\\{(\\w+)}", "\\${Prisma.raw($1)}") + "`");
  }

  @Test
  void a_condition_joins_no_table_so_a_column_before_or_behind_it_is_known_to_be_wrong() {
    assertThat(prisma("SELECT wieght FROM parcel WHERE id = 1 ${more}"))
        .isEqualTo("unknown-column 1 wieght -> weight");
    assertThat(prisma("SELECT id FROM parcel WHERE ${first} AND town = 'x' ORDER BY ${order}"))
        .isEqualTo("unknown-column 1 town");
    assertThat(prisma("SELECT pp.id FROM parcel p WHERE p.id = 1 ${more} LIMIT ${limit}"))
        .isEqualTo("missing-from 1 pp -> p");
    assertThat(prisma("SELECT idd FROM (SELECT id FROM parcel WHERE id > 1 ${more}) latest"))
        .isEqualTo("unknown-column 1 idd -> id");
    assertThat(
            prisma(
                "WITH latest AS (SELECT id FROM parcel WHERE weigth > 1 GROUP BY id)"
                    + " SELECT * FROM latest ${joins}"))
        .isEqualTo("unknown-column 1 weigth -> weight");
    assertThat(prisma("UPDATE parcel SET ${values} WHERE tonw = 1"))
        .isEqualTo("unknown-column 1 tonw");
  }

  @Test
  void what_a_hole_may_bring_in_is_not_known_to_be_wrong() {
    assertThat(prisma("SELECT town FROM parcel ${joins} WHERE id = 1")).isEmpty();
    assertThat(prisma("SELECT d.town FROM parcel p ${joins}")).isEmpty();
    assertThat(prisma("SELECT id FROM parcel WHERE EXISTS (SELECT 1 FROM depot ${j} WHERE kg = 1)"))
        .isEmpty();
    assertThat(prisma("SELECT ${columns} FROM parcel ORDER BY total")).isEmpty();
    assertThat(prisma("SELECT ${columns} FROM parcel WHERE wight > 1 ORDER BY total"))
        .isEqualTo("unknown-column 1 wight -> weight");
    assertThat(prisma("SELECT total FROM (SELECT ${columns} FROM parcel) x")).isEmpty();
    assertThat(prisma("WITH x AS (SELECT ${columns} FROM parcel) SELECT total FROM x")).isEmpty();
    assertThat(prisma("SELECT x.id ${from} WHERE x.kilos = 1")).isEmpty();
    assertThat(prisma("DELETE FROM parcel ${using} WHERE town = 'x'")).isEmpty();
    assertThat(prisma("SELECT p.id FROM parcel p, (depot d ${j}) WHERE kilos > 1")).isEmpty();
  }

  @Test
  void a_variant_that_is_no_sql_does_not_acquit_a_name_that_is_wrong_in_all_others() {
    assertThat(
            sent(
                "const where = filters.a ? 'weight > 1' : '';",
                "const more = filters.b ? 'AND id > 1' : '';",
                "db.query(`SELECT weihgt FROM parcel WHERE ${where} ${more}`);"))
        .isEqualTo("unknown-column 3 weihgt -> weight");
  }

  @Test
  void a_text_in_which_nothing_but_values_can_differ_is_evidence_by_itself() {
    StringBuilder decisions = new StringBuilder("let id = 1;\n");
    for (int at = 0; at < 12; at++) {
      decisions.append("if (flags[" + at + "]) id = " + at + " + Number(flags[0]);\n");
    }
    assertThat(
            sent(
                decisions + "prisma.$executeRaw`INSERT INTO parcel (id, wight) VALUES (${id}, 1)`"))
        .isEqualTo("unknown-column 14 wight -> weight");
  }

  @Test
  void the_table_that_has_the_column_is_meant_by_an_alias_that_is_none() {
    assertThat(prisma("SELECT x.town FROM parcel p JOIN depot d ON d.id = p.depot_id"))
        .isEqualTo("missing-from 1 x -> d");
    assertThat(prisma("SELECT pp.id FROM parcel p JOIN depot pd ON pd.id = p.depot_id"))
        .isEqualTo("missing-from 1 pp -> p");
  }

  @Test
  void a_short_function_in_which_one_letter_is_wrong_is_known_and_so_are_those_of_the_grammar() {
    assertThat(prisma("SELECT cuont(id) FROM parcel"))
        .isEqualTo("unknown-function 1 cuont -> count");
    assertThat(prisma("SELECT cout(*) FROM parcel")).isEqualTo("unknown-function 1 cout -> count");
    assertThat(prisma("SELECT coalese(weight, 0) FROM parcel"))
        .isEqualTo("unknown-function 1 coalese -> coalesce");
  }

  @Test
  void a_schema_that_is_spelt_wrong_is_told_at_its_place() {
    assertThat(prisma("SELECT table_name FROM informaton_schema.tables"))
        .isEqualTo("unknown-table 1 informaton_schema.tables -> information_schema.tables");
    assertThat(prisma("SELECT weight FROM pulbic.parcel"))
        .isEqualTo("unknown-table 1 pulbic.parcel -> parcel");
  }

  @Test
  void the_server_looks_at_the_expressions_and_the_condition_of_an_index() {
    assertThat(sent("prisma.$executeRawUnsafe(`CREATE INDEX a ON parcel (weigt, id)`)"))
        .isEqualTo("unknown-column 1 weigt -> weight");
    assertThat(
            sent(
                "prisma.$executeRawUnsafe(`CREATE INDEX a ON parcel USING btree (abs(weigt) desc,",
                "id) INCLUDE (id) WHERE \"sendAt\" IS NULL`)"))
        .isEqualTo(
            """
            unknown-column 1 weigt -> weight
            unknown-column 2 "sendAt" -> "sentAt\"\
            """);
    assertThat(
            sent(
                "prisma.$executeRawUnsafe(`CREATE UNIQUE INDEX a ON parcel (abs(weight), ((id +"
                    + " 1))",
                "desc nulls last) NULLS NOT DISTINCT WHERE weight > 1`)"))
        .isEmpty();
  }

  @Test
  void a_table_that_is_changed_is_wrong_if_it_is_almost_one_that_is_there() {
    assertThat(sent("prisma.$executeRawUnsafe(`ALTER TABLE parcell REPLICA IDENTITY FULL`)"))
        .isEqualTo("unknown-table 1 parcell -> parcel");
    assertThat(sent("prisma.$executeRawUnsafe(`ALTER TABLE parcels ADD note text`)")).isEmpty();
  }

  @Test
  void the_word_user_is_meant_as_the_only_table_that_is_called_so_in_the_plural() {
    assertThat(prisma("SELECT email FROM user WHERE id = 1"))
        .isEqualTo("unknown-table 1 user -> users");
  }

  @Test
  void a_keyword_in_the_place_of_a_table_is_a_mistake_of_grammar() {
    assertThat(sent("prisma.$executeRawUnsafe(`truncate order`)")).isEqualTo("syntax 1 order");
  }
}

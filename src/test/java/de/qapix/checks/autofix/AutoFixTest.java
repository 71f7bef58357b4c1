package de.qapix.checks.autofix;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.TestDatabase;
import de.qapix.checks.files.TextFiles;
import de.qapix.checks.files.WritableFiles;
import de.qapix.checks.query.FileReport;
import de.qapix.checks.scan.QueryProgress;
import de.qapix.checks.scan.QueryRun;
import de.qapix.checks.scan.QueryScan;
import de.qapix.checks.scan.ScannedFile;
import de.qapix.checks.server.ServerDescriber;
import de.qapix.checks.source.SourceScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --fix} makes of files: the program does what it was meant to, and nothing else. */
class AutoFixTest {

  private static final QueryProgress NO_PROGRESS =
      new QueryProgress() {
        @Override
        public void read(int files, int of) {}

        @Override
        public void checked(int files, int of) {}
      };

  private static final String SCHEMA =
      """
      create type "UserRole" as enum ('ADMIN', 'MEMBER');
      create table "User" (
        id int primary key,
        "createdAt" timestamptz not null default now(),
        "closeUserId" text,
        "tagList" text[],
        "metaData" jsonb,
        role "UserRole");
      create table "Post" (id int primary key, "userId" int, "createdAt" timestamptz, title text);
      create table event_log (id int, user_id int, created_at timestamptz);
      create function "getTotal"(int) returns int language sql as 'select $1';
      """;

  private static TestDatabase database;

  @TempDir private Path folder;

  @BeforeAll
  static void open() throws SQLException {
    database = TestDatabase.empty();
    database.sql().execute(SCHEMA);
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  @Test
  void a_column_in_a_select_list_keeps_its_name_for_the_reader() throws Exception {
    assertThat(fixed("select id, created_at, u.close_user_id from \"User\" u"))
        .isEqualTo(
            "select id, \"createdAt\" AS created_at, u.\"closeUserId\" AS close_user_id"
                + " from \"User\" u");
    assertThat(fixed("select \"created_at\" from \"User\""))
        .isEqualTo("select \"createdAt\" AS created_at from \"User\"");
    assertThat(fixed("update \"Post\" set user_id = 1 where user_id = 2 returning user_id, id"))
        .isEqualTo(
            "update \"Post\" set \"userId\" = 1 where \"userId\" = 2"
                + " returning \"userId\" AS user_id, id");
  }

  @Test
  void the_alias_stands_behind_the_whole_expression_that_has_its_name_from_the_column()
      throws Exception {
    assertThat(fixed("select created_at::date, (u.created_at), tag_list[1] from \"User\" u"))
        .isEqualTo(
            "select \"createdAt\"::date AS created_at, (u.\"createdAt\") AS created_at,"
                + " \"tagList\"[1] AS tag_list from \"User\" u");
    assertThat(fixed("select created_at::timestamp (3) with time zone from \"User\""))
        .isEqualTo(
            "select \"createdAt\"::timestamp (3) with time zone AS created_at from \"User\"");
    assertThat(fixed("select cast(close_user_id as int) from \"User\""))
        .isEqualTo("select cast(\"closeUserId\" as int) AS close_user_id from \"User\"");
    assertThat(fixed("select case when id = 1 then null else created_at end from \"User\""))
        .isEqualTo(
            "select case when id = 1 then null else \"createdAt\" end AS created_at from \"User\"");
    assertThat(fixed("select close_user_id collate \"C\" -- who\n, id from \"User\""))
        .isEqualTo(
            "select \"closeUserId\" collate \"C\" AS close_user_id -- who\n, id from \"User\"");
    assertThat(fixed("select 'ADMIN'::user_role, get_total(1)"))
        .isEqualTo("select 'ADMIN'::\"UserRole\" AS user_role, \"getTotal\"(1) AS get_total");
  }

  @Test
  void where_the_column_gives_nothing_its_name_there_is_no_alias() throws Exception {
    assertThat(fixed("select count(created_at), max(created_at) as last from \"User\""))
        .isEqualTo("select count(\"createdAt\"), max(\"createdAt\") as last from \"User\"");
    assertThat(fixed("select created_at at time zone 'utc', created_at is null from \"User\""))
        .isEqualTo("select \"createdAt\" at time zone 'utc', \"createdAt\" is null from \"User\"");
    assertThat(fixed("select meta_data since, meta_data->>'x', -user_id from \"User\", \"Post\""))
        .isEqualTo(
            "select \"metaData\" since, \"metaData\"->>'x', -\"userId\" from \"User\", \"Post\"");
    assertThat(fixed("select json_build_object('at', created_at) from \"User\""))
        .isEqualTo("select json_build_object('at', \"createdAt\") from \"User\"");
    assertThat(fixed("select row_number() over (order by created_at) from \"User\""))
        .isEqualTo("select row_number() over (order by \"createdAt\") from \"User\"");
    assertThat(fixed("select id from \"User\" where id in (select user_id from \"Post\")"))
        .isEqualTo("select id from \"User\" where id in (select \"userId\" from \"Post\")");
    assertThat(
            fixed("insert into event_log (user_id, created_at) select user_id, null from \"Post\""))
        .isEqualTo(
            "insert into event_log (user_id, created_at) select \"userId\", null from \"Post\"");
    assertThat(
            fixed(
                "insert into \"User\" (id, close_user_id) values (1, 'x') on conflict (id)"
                    + " do update set close_user_id = excluded.close_user_id"))
        .isEqualTo(
            "insert into \"User\" (id, \"closeUserId\") values (1, 'x') on conflict (id)"
                + " do update set \"closeUserId\" = excluded.\"closeUserId\"");
  }

  @Test
  void what_refers_to_the_name_of_a_result_goes_on_to_do_so() throws Exception {
    assertThat(fixed("select created_at from \"User\" order by created_at"))
        .isEqualTo("select \"createdAt\" AS created_at from \"User\" order by created_at");
    assertThat(
            fixed(
                "with x as (select created_at from \"User\")"
                    + " select x.created_at from x order by created_at"))
        .isEqualTo(
            "with x as (select \"createdAt\" AS created_at from \"User\")"
                + " select x.created_at from x order by created_at");
    assertThat(
            fixed("select t.* from (select created_at from \"User\") t where t.created_at > now()"))
        .isEqualTo(
            "select t.* from (select \"createdAt\" AS created_at from \"User\") t"
                + " where t.created_at > now()");
    assertThat(
            fixed(
                "select distinct on (close_user_id) close_user_id, id from \"User\""
                    + " order by close_user_id, id"))
        .isEqualTo(
            "select distinct on (close_user_id) \"closeUserId\" AS close_user_id, id from \"User\""
                + " order by close_user_id, id");
    assertThat(
            fixed(
                "select created_at from \"User\" union all select created_at from \"Post\""
                    + " order by created_at"))
        .isEqualTo(
            "select \"createdAt\" AS created_at from \"User\" union all"
                + " select \"createdAt\" from \"Post\" order by created_at");
  }

  @Test
  void what_can_only_be_a_column_of_the_table_becomes_it() throws Exception {
    assertThat(fixed("select created_at::date, count(*) from \"User\" group by created_at"))
        .isEqualTo(
            "select \"createdAt\"::date AS created_at, count(*) from \"User\""
                + " group by \"createdAt\"");
    assertThat(fixed("select created_at from \"User\" order by date(created_at)"))
        .isEqualTo("select \"createdAt\" AS created_at from \"User\" order by date(\"createdAt\")");
  }

  @Test
  void a_name_without_its_quotes_is_read_as_it_is_written() throws Exception {
    assertThat(fixed("select createdAt, CLOSE_USER_ID, TagList from \"User\""))
        .isEqualTo(
            "select \"createdAt\", \"closeUserId\" AS close_user_id, \"tagList\" AS \"TagList\""
                + " from \"User\"");
    String reader = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
    String query = "const x = await pool.query('select createdAt from \"User\"');\n";
    assertThat(fixedFile(reader + query + "x.rows[0].createdat;"))
        .contains("'select \"createdAt\" AS createdat from");
  }

  @Test
  void an_alias_gets_its_quotes_wherever_it_is_used_or_nowhere() throws Exception {
    String read = "for (const row of rows) console.log(row.totalUsers);";
    assertThat(
            fixedFile(
                """
                const rows = await prisma.$queryRaw`
                  SELECT role, count(*) AS totalUsers FROM "User"
                  GROUP BY role ORDER BY totalUsers DESC, role`;
                """
                    + read))
        .contains("count(*) AS \"totalUsers\" FROM")
        .contains("ORDER BY \"totalUsers\" DESC, role");
    assertThat(
            fixedFile(
                """
                const rows = await prisma.$queryRawUnsafe(`
                  SELECT date("createdAt") AS totalUsers FROM "User"
                  GROUP BY totalUsers ${sorted ? 'ORDER BY totalUsers' : ''}`);
                """
                    + read))
        .contains("AS \"totalUsers\" FROM")
        .contains("GROUP BY \"totalUsers\" ${sorted ? 'ORDER BY \"totalUsers\"' : ''}");
    String open =
        """
        const rows = await prisma.$queryRawUnsafe(`
          SELECT role, count(*) AS totalUsers FROM "User" GROUP BY role ORDER BY ${sort}`);
        """;
    assertThat(fixedFile(open + read)).isEqualTo(open + read);
    String both = open.replace("${sort}", "totalUsers");
    assertThat(fixedFile(both + read + "row.totalusers;")).contains("AS totalUsers FROM");
    assertThat(fixedFile(both)).contains("AS totalUsers FROM");
  }

  @Test
  void a_text_that_may_be_more_than_sql_stays_as_it_is() throws Exception {
    String source =
        """
        import postgres from 'postgres';
        const sql = postgres();
        const COLUMN = 'created_at';
        const BY = { created: 'created_at', owner: 'close_user_id' };
        await sql`select ${sql('created_at')} from "User"`;
        await sql`insert into "User" ${sql({ id: 1, close_user_id })}`;
        await sql`insert into "User" ${sql({ id: 1, close_user_id: 'x' })}`;
        const rows = await sql.unsafe(`select ${COLUMN} from "User" order by ${BY[key]}`);
        rows.map((row) => row[COLUMN]);
        """;
    assertThat(fixedFile(source)).isEqualTo(source);
    assertThat(
            fixedFile(
                "pool.query(`select id from \"User\" order by ${up ? 'created_at' : 'id'} desc`)"))
        .contains("order by ${up ? '\"createdAt\"' : 'id'} desc");
  }

  @Test
  void where_sql_may_be_hidden_behind_a_column_it_stays_as_it_is() throws Exception {
    String source = "pool.query(`select created_at ${rest} from \"User\"`);";
    assertThat(fixedFile(source)).isEqualTo(source);
  }

  @Test
  void a_piece_that_is_a_select_list_and_a_list_of_columns_is_right_for_neither() throws Exception {
    String source =
        """
        const COLUMNS = 'id, close_user_id';
        pool.query(`insert into "User" (${COLUMNS}) values ($1, $2)`, [1, 'x']);
        pool.query(`select ${COLUMNS} from "User"`);
        """;
    assertThat(fixedFile(source)).isEqualTo(source);
  }

  @Test
  void a_name_is_put_right_though_its_table_is_written_elsewhere() throws Exception {
    String source =
        """
        const find = (a) => pool.query(`select ${T}.created_at from "User" ${T}
          where ${T}.close_user_id = $1`, [a]);
        const T = 'u';
        """;
    assertThat(fixedFile(source))
        .isEqualTo(
            source
                .replace("created_at", "\"createdAt\" AS created_at")
                .replace("close_user_id", "\"closeUserId\""));
  }

  @Test
  void a_table_that_is_spelt_otherwise_is_put_right_only_if_that_is_wanted() throws Exception {
    String query = "select users.created_at from users where users.id = 1";

    assertThat(fixed(query)).isEqualTo(query);
    assertThat(fixed("select id, created_at from User")).contains("\"createdAt\" AS created_at");
    assertThat(fixed("select title from Post")).isEqualTo("select title from \"Post\"");

    write("x.sql", query + ";\ndelete from post where user_id = 1;\n");
    mend(true);
    assertThat(Files.readString(folder.resolve("x.sql")))
        .isEqualTo(
            """
            select users."createdAt" AS created_at from "User" AS users where users.id = 1;
            delete from "Post" where "userId" = 1;
            """);
  }

  @Test
  void a_file_in_which_there_would_be_something_new_to_find_stays_as_it_is() throws Exception {
    write("columns.ts", "export const FROM = '\"Post\" p where p.user_id = 1';\n");
    write("x.ts", "import { FROM } from './columns';\npool.query(`select p.id from ${FROM}`);\n");
    write(
        "y.ts",
        "pool.query(`with p as (select 1 as user_id) select 1 from p where p.user_id = 1`);\n");
    write("z.ts", "pool.query('insert into \"Post\" (user_id) values (1)');\n");

    AutoFix.Mended mended = mend(false);

    assertThat(mended.unchanged()).extracting(AutoFix.Unchanged::file).containsExactly("z.ts");
    assertThat(mended.unchanged().get(0).place()).hasToString("Optional[z.ts:1:25]");
    assertThat(Files.readString(folder.resolve("z.ts"))).contains("(user_id)");
    assertThat(Files.readString(folder.resolve("columns.ts"))).contains("p.\"userId\" = 1");
  }

  @Test
  void a_shared_piece_that_would_be_wrong_in_another_file_stays_as_it_is() throws Exception {
    write("where.ts", "export const WHERE = 'where p.user_id = 1';\n");
    String imported = "import { WHERE } from './where';\n";
    write("x.ts", imported + "pool.query(`select p.title from \"Post\" p ${WHERE}`);\n");
    write("y.ts", imported + "pool.query(`select p.created_at from event_log p ${WHERE}`);\n");

    AutoFix.Mended mended = mend(false);

    assertThat(mended.files()).isEmpty();
    assertThat(mended.unchanged()).extracting(AutoFix.Unchanged::file).containsExactly("where.ts");
    assertThat(Files.readString(folder.resolve("where.ts"))).contains("p.user_id");
  }

  @Test
  void a_file_behind_a_link_or_outside_of_the_folder_is_never_written() throws Exception {
    Path outside = Files.createTempDirectory("outside");
    Path file = outside.resolve("linked.sql");
    Files.writeString(file, "select created_at from \"User\";");
    Files.createSymbolicLink(folder.resolve("one.sql"), file);
    Files.createSymbolicLink(folder.resolve("two"), outside);
    Path here = Path.of("").toAbsolutePath();

    AutoFix.Mended mended =
        mend(
            Stream.of(
                folder.resolve("one.sql"), folder.resolve("two/linked.sql"), here.relativize(file)),
            false);

    assertThat(mended.files()).isEmpty();
    assertThat(mended.unchanged())
        .extracting(each -> each.refusal().orElseThrow())
        .containsExactlyInAnyOrder(
            WritableFiles.Refusal.LINK, WritableFiles.Refusal.LINK, WritableFiles.Refusal.OUTSIDE);
    assertThat(file).hasContent("select created_at from \"User\";");
  }

  /** What becomes of a statement in a file of SQL. */
  private String fixed(String sql) throws Exception {
    write("q.sql", sql + ";");
    mend(false);
    String text = Files.readString(folder.resolve("q.sql"));
    Files.delete(folder.resolve("q.sql"));
    return text.substring(0, text.length() - 1);
  }

  /** What becomes of TypeScript. */
  private String fixedFile(String source) throws Exception {
    write("q.ts", source);
    mend(false);
    String text = Files.readString(folder.resolve("q.ts"));
    Files.delete(folder.resolve("q.ts"));
    return text;
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private AutoFix.Mended mend(boolean tables) throws Exception {
    try (Stream<Path> all = Files.list(folder)) {
      return mend(all, tables);
    }
  }

  private AutoFix.Mended mend(Stream<Path> files, boolean tables) throws Exception {
    TextFiles texts = new TextFiles(folder);
    QueryScan scan =
        new QueryScan(
            texts,
            find -> {
              SourceScanner scanner = new SourceScanner(find::apply);
              return scanner::scan;
            },
            false,
            NO_PROGRESS);
    QueryRun run =
        new QueryRun(
            texts, () -> ServerDescriber.planning(database.dataSource(), "public"), NO_PROGRESS);
    SortedMap<Path, ScannedFile> scanned = scan.scan(files.sorted().toList());
    SortedMap<Path, FileReport> reports = new TreeMap<>(run.check(scanned.values()));
    AutoFix.Rules rules = new AutoFix.Rules(tables, new WritableFiles(folder));
    AutoFix.Mended mended = new AutoFix(texts, scan, run, rules).mend(scanned, reports);
    for (var file : List.copyOf(mended.files())) {
      assertThat(file.write()).isTrue();
    }
    return mended;
  }
}

package de.qapix.migrate;

/**
 * A migration that does not fit into one transaction.
 *
 * <p>Each has the statement that keeps it waiting in the middle, as long as its transaction is
 * open, and what there is when it is killed there and afterwards: indexes, partitions, labels of
 * the enum, rows.
 */
enum SafeCase {
  CREATE_INDEX(
      "create index concurrently new_idx on public.big (id)",
      "insert into big values (7)",
      "new_idx!, old_idx | part_1, part_2 | sad, ok | ",
      "new_idx, old_idx | part_1, part_2 | sad, ok | "),
  CREATE_UNIQUE_INDEX_IF_NOT_EXISTS(
      "create unique index concurrently if not exists \"New idx\" on public.big (id)",
      "insert into big values (7)",
      "New idx!, old_idx | part_1, part_2 | sad, ok | ",
      "New idx, old_idx | part_1, part_2 | sad, ok | "),
  CREATE_INDEX_WITHOUT_A_NAME(
      "create index concurrently on public.big (id)",
      "insert into big values (7)",
      "big_id_idx!, old_idx | part_1, part_2 | sad, ok | ",
      "big_id_idx, old_idx | part_1, part_2 | sad, ok | "),
  DROP_INDEX(
      "drop index concurrently public.old_idx",
      "select from big",
      "old_idx! | part_1, part_2 | sad, ok | ",
      " | part_1, part_2 | sad, ok | "),
  REINDEX_INDEX(
      "reindex index concurrently public.old_idx",
      "insert into big values (7)",
      "old_idx, old_idx_ccnew! | part_1, part_2 | sad, ok | ",
      "old_idx | part_1, part_2 | sad, ok | "),
  REINDEX_TABLE(
      "reindex table concurrently public.big",
      "insert into big values (7)",
      "old_idx, old_idx_ccnew! | part_1, part_2 | sad, ok | ",
      "old_idx | part_1, part_2 | sad, ok | "),
  REINDEX_WITH_AN_OPTION(
      "reindex (concurrently, verbose) table public.big",
      "insert into big values (7)",
      "old_idx, old_idx_ccnew! | part_1, part_2 | sad, ok | ",
      "old_idx | part_1, part_2 | sad, ok | "),
  DETACH_PARTITION(
      "alter table public.parted detach partition public.part_1 concurrently",
      "select from parted",
      "old_idx | part_1!, part_2 | sad, ok | ",
      "old_idx | part_2 | sad, ok | "),
  ADD_ENUM_VALUE(
      "alter type public.mood add value 'so so' after 'sad'",
      "alter type mood add value 'never'",
      "old_idx | part_1, part_2 | sad, ok | ",
      "old_idx | part_1, part_2 | sad, so so, ok | "),
  USE_THE_NEW_ENUM_VALUE(
      """
      begin;
      alter type public.mood add value 'glad';
      insert into public.felt values ('glad');
      commit;
      """,
      "lock table felt",
      "old_idx | part_1, part_2 | sad, ok, glad | ",
      "old_idx | part_1, part_2 | sad, ok, glad | glad"),
  TIMEOUTS_IN_FRONT(
      """
      set lock_timeout = '1min';
      set local statement_timeout = '1h';
      alter table public.felt add column seen int;
      create index concurrently new_idx on public.big (id);
      """,
      "insert into big values (7)",
      "new_idx!, old_idx | part_1, part_2 | sad, ok | ",
      "new_idx, old_idx | part_1, part_2 | sad, ok | "),
  SEVERAL_MIXED_WITH_ORDINARY_ONES(
      """
      set search_path = public;
      insert into felt values ('sad');
      create index concurrently new_idx on big (id); -- ;
      alter type mood add value 'glad' before 'ok';
      alter table parted detach partition part_2 concurrently;
      do $$ begin insert into felt values ('glad'); end $$;
      reindex table concurrently big;
      drop index concurrently old_idx;
      insert into felt values ('ok');
      """,
      "select from parted",
      "new_idx, old_idx | part_1, part_2! | sad, glad, ok | sad",
      "new_idx | part_1 | sad, glad, ok | sad, glad, ok");

  /** What each of them begins with. */
  static final String GIVEN =
      """
      create table big (id int);
      create index old_idx on big (id);
      create table parted (id int) partition by list (id);
      create table part_1 partition of parted for values in (1);
      create table part_2 partition of parted for values in (2);
      create type mood as enum ('sad', 'ok');
      create table felt (mood mood);
      """;

  /** An invalid index has an exclamation mark, as has a partition that is half detached. */
  static final String STATE =
      """
      select concat_ws(' | ',
        (select coalesce(string_agg(relname || case when indisvalid then '' else '!' end, ', ' order by relname), '')
           from pg_index join pg_class on oid = indexrelid where relnamespace = 'public'::regnamespace),
        (select string_agg(inhrelid::regclass || case when inhdetachpending then '!' else '' end, ', ' order by inhrelid::regclass::text)
           from pg_inherits where inhparent = 'parted'::regclass),
        (select string_agg(enumlabel, ', ' order by enumsortorder) from pg_enum where enumtypid = 'mood'::regtype),
        (select coalesce(string_agg(mood::text, ', ' order by ctid), '') from felt))
      """;

  final String migration;
  final String blocker;
  final String middle;
  final String result;

  SafeCase(String migration, String blocker, String middle, String result) {
    this.migration = migration;
    this.blocker = blocker;
    this.middle = middle;
    this.result = result;
  }
}

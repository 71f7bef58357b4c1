-- A stand-in for pgmq: its functions; a queue has its tables and nothing is ever in them.
grant usage, create on schema pgmq to public;
create type pgmq.message_record as (msg_id bigint, read_ct integer, enqueued_at pg_catalog.timestamptz, vt pg_catalog.timestamptz, message pg_catalog.jsonb, headers pg_catalog.jsonb);
create table pgmq.meta (queue_name pg_catalog.varchar primary key, is_partitioned boolean, is_unlogged boolean, created_at pg_catalog.timestamptz default pg_catalog.now());
grant all on pgmq.meta to public;
create function pgmq.create(queue_name pg_catalog.text) returns void language plpgsql as $$ begin
  execute pg_catalog.format('create table if not exists pgmq.q_%s (msg_id bigint generated always as identity primary key, read_ct integer not null default 0, enqueued_at pg_catalog.timestamptz not null default pg_catalog.now(), vt pg_catalog.timestamptz not null default pg_catalog.now(), message pg_catalog.jsonb, headers pg_catalog.jsonb)', pg_catalog.lower(queue_name));
  execute pg_catalog.format('create table if not exists pgmq.a_%s (msg_id bigint primary key, read_ct integer not null default 0, enqueued_at pg_catalog.timestamptz not null default pg_catalog.now(), archived_at pg_catalog.timestamptz not null default pg_catalog.now(), vt pg_catalog.timestamptz not null default pg_catalog.now(), message pg_catalog.jsonb, headers pg_catalog.jsonb)', pg_catalog.lower(queue_name));
  insert into pgmq.meta (queue_name) values (queue_name) on conflict do nothing;
end $$;
create function pgmq.create_non_partitioned(queue_name pg_catalog.text) returns void language sql as 'select pgmq.create($1)';
create function pgmq.create_unlogged(queue_name pg_catalog.text) returns void language sql as 'select pgmq.create($1)';
create function pgmq.drop_queue(queue_name pg_catalog.text) returns boolean language plpgsql as $$ begin
  execute pg_catalog.format('drop table if exists pgmq.q_%s, pgmq.a_%1$s', pg_catalog.lower(queue_name));
  return true;
end $$;
create function pgmq.send(queue_name pg_catalog.text, msg pg_catalog.jsonb, delay integer default 0) returns setof bigint language sql as 'select 1::bigint';
create function pgmq.send_batch(queue_name pg_catalog.text, msgs pg_catalog.jsonb[], delay integer default 0) returns setof bigint language sql as 'select 1::bigint';
create function pgmq.read(queue_name pg_catalog.text, vt integer, qty integer, conditional pg_catalog.jsonb default '{}') returns setof pgmq.message_record language sql as 'select null::pgmq.message_record where false';
create function pgmq.read_with_poll(queue_name pg_catalog.text, vt integer, qty integer, max_poll_seconds integer default 5, poll_interval_ms integer default 100) returns setof pgmq.message_record language sql as 'select null::pgmq.message_record where false';
create function pgmq.pop(queue_name pg_catalog.text) returns setof pgmq.message_record language sql as 'select null::pgmq.message_record where false';
create function pgmq.delete(queue_name pg_catalog.text, msg_id bigint) returns boolean language sql as 'select true';
create function pgmq.delete(queue_name pg_catalog.text, msg_ids bigint[]) returns setof bigint language sql as 'select 1::bigint';
create function pgmq.archive(queue_name pg_catalog.text, msg_id bigint) returns boolean language sql as 'select true';
create function pgmq.archive(queue_name pg_catalog.text, msg_ids bigint[]) returns setof bigint language sql as 'select 1::bigint';
create function pgmq.set_vt(queue_name pg_catalog.text, msg_id bigint, vt integer) returns setof pgmq.message_record language sql as 'select null::pgmq.message_record where false';
create function pgmq.purge_queue(queue_name pg_catalog.text) returns bigint language sql as 'select 0::bigint';
create function pgmq.create_partitioned(queue_name pg_catalog.text, partition_interval pg_catalog.text default '10000', retention_interval pg_catalog.text default '100000') returns void language sql as 'select pgmq.create($1)';
create function pgmq.send(queue_name pg_catalog.text, msg pg_catalog.jsonb, headers pg_catalog.jsonb, delay integer default 0) returns setof bigint language sql as 'select 1::bigint';
create function pgmq.list_queues() returns table (queue_name pg_catalog.varchar, is_partitioned boolean, is_unlogged boolean, created_at pg_catalog.timestamptz) language sql as
  'select queue_name, is_partitioned, is_unlogged, created_at from pgmq.meta';
create type pgmq.metrics_result as (queue_name pg_catalog.text, queue_length bigint, newest_msg_age_sec integer, oldest_msg_age_sec integer, total_messages bigint, scrape_time pg_catalog.timestamptz);
create function pgmq.metrics(queue_name pg_catalog.text) returns pgmq.metrics_result language sql as 'select null::pgmq.metrics_result';
create function pgmq.metrics_all() returns setof pgmq.metrics_result language sql as 'select null::pgmq.metrics_result where false';
create function pgmq.format_table_name(queue_name pg_catalog.text, prefix pg_catalog.text) returns pg_catalog.text language sql immutable as 'select $2 operator(pg_catalog.||) pg_catalog.lower($1)';
create function pgmq.validate_queue_name(queue_name pg_catalog.text) returns void language sql as '';

-- A stand-in for TimescaleDB: the functions that migrations call most; a hypertable stays an ordinary table.
create type @extschema@.dimension_info as (kind pg_catalog.text);
create function @extschema@.by_range(column_name pg_catalog.name, partition_interval pg_catalog.anyelement) returns @extschema@.dimension_info language sql as 'select null::@extschema@.dimension_info';
create function @extschema@.by_range(column_name pg_catalog.name) returns @extschema@.dimension_info language sql as 'select null::@extschema@.dimension_info';
create function @extschema@.by_hash(column_name pg_catalog.name, number_partitions integer) returns @extschema@.dimension_info language sql as 'select null::@extschema@.dimension_info';
create function @extschema@.create_hypertable(relation pg_catalog.regclass, time_column_name pg_catalog.name, partitioning_column pg_catalog.name default null,
  number_partitions integer default null, associated_schema_name pg_catalog.name default null, associated_table_prefix pg_catalog.name default null,
  chunk_time_interval pg_catalog.anyelement default null::bigint, create_default_indexes boolean default true, if_not_exists boolean default false,
  partitioning_func pg_catalog.regproc default null, migrate_data boolean default false, chunk_target_size pg_catalog.text default null,
  chunk_sizing_func pg_catalog.regproc default null, time_partitioning_func pg_catalog.regproc default null)
  returns table (hypertable_id integer, schema_name pg_catalog.name, table_name pg_catalog.name, created boolean) language plpgsql as $$
begin
  if create_default_indexes then
    execute pg_catalog.format('create index if not exists %I on %s (%I desc)',
      (select c.relname operator(pg_catalog.||) '_' operator(pg_catalog.||) time_column_name operator(pg_catalog.||) '_idx' from pg_catalog.pg_class c where c.oid operator(pg_catalog.=) relation),
      relation, time_column_name);
  end if;
  return query select 1, null::pg_catalog.name, null::pg_catalog.name, true;
end $$;
create function @extschema@.create_hypertable(relation pg_catalog.regclass, dimension @extschema@.dimension_info, create_default_indexes boolean default true,
  if_not_exists boolean default false, migrate_data boolean default false) returns table (hypertable_id integer, created boolean) language sql as 'select 1, true';
create function @extschema@.add_dimension(hypertable pg_catalog.regclass, dimension @extschema@.dimension_info, if_not_exists boolean default false)
  returns table (dimension_id integer, created boolean) language sql as 'select 1, true';
create function @extschema@.set_chunk_time_interval(hypertable pg_catalog.regclass, chunk_time_interval pg_catalog.anyelement, dimension_name pg_catalog.name default null) returns void language sql as '';
create function @extschema@.set_integer_now_func(hypertable pg_catalog.regclass, integer_now_func pg_catalog.regproc, replace_if_exists boolean default false) returns void language sql as '';
do language plpgsql $do$
declare
  kind pg_catalog.text;
begin
  foreach kind in array array['interval', 'bigint', 'integer'] loop
    execute pg_catalog.format('create function @extschema@.add_retention_policy(relation pg_catalog.regclass, drop_after %1$s, if_not_exists boolean default false, schedule_interval interval default null, initial_start pg_catalog.timestamptz default null, timezone pg_catalog.text default null) returns integer language sql as %2$L', kind, 'select 1');
    execute pg_catalog.format('create function @extschema@.add_compression_policy(hypertable pg_catalog.regclass, compress_after %1$s, if_not_exists boolean default false, schedule_interval interval default null, initial_start pg_catalog.timestamptz default null, timezone pg_catalog.text default null) returns integer language sql as %2$L', kind, 'select 1');
    execute pg_catalog.format('create procedure @extschema@.add_columnstore_policy(hypertable pg_catalog.regclass, after %1$s, if_not_exists boolean default false) language sql as %2$L', kind, '');
    execute pg_catalog.format('create function @extschema@.add_continuous_aggregate_policy(continuous_aggregate pg_catalog.regclass, start_offset %1$s, end_offset %1$s, schedule_interval interval, if_not_exists boolean default false, initial_start pg_catalog.timestamptz default null, timezone pg_catalog.text default null) returns integer language sql as %2$L', kind, 'select 1');
  end loop;
  foreach kind in array array['pg_catalog.timestamptz', 'pg_catalog.timestamp', 'pg_catalog.date'] loop
    execute pg_catalog.format('create function @extschema@.time_bucket(bucket_width interval, ts %1$s) returns %1$s language sql immutable parallel safe as %2$L', kind, 'select $2');
    execute pg_catalog.format('create function @extschema@.time_bucket(bucket_width interval, ts %1$s, origin %1$s) returns %1$s language sql immutable parallel safe as %2$L', kind, 'select $2');
    execute pg_catalog.format('create function @extschema@.time_bucket_gapfill(bucket_width interval, ts %1$s, start %1$s default null, finish %1$s default null) returns %1$s language sql immutable parallel safe as %2$L', kind, 'select $2');
  end loop;
  foreach kind in array array['bigint', 'integer', 'smallint'] loop
    execute pg_catalog.format('create function @extschema@.time_bucket(bucket_width %1$s, ts %1$s) returns %1$s language sql immutable parallel safe as %2$L', kind, 'select $2');
  end loop;
end $do$;
create function @extschema@.time_bucket(bucket_width interval, ts pg_catalog.timestamptz, timezone pg_catalog.text) returns pg_catalog.timestamptz language sql immutable parallel safe as 'select $2';
create function @extschema@.remove_retention_policy(relation pg_catalog.regclass, if_exists boolean default false) returns void language sql as '';
create function @extschema@.remove_compression_policy(hypertable pg_catalog.regclass, if_exists boolean default false) returns boolean language sql as 'select true';
create function @extschema@.remove_continuous_aggregate_policy(continuous_aggregate pg_catalog.regclass, if_exists boolean default false) returns void language sql as '';
create function @extschema@.add_job(proc pg_catalog.regproc, schedule_interval interval, config pg_catalog.jsonb default null, initial_start pg_catalog.timestamptz default null) returns integer language sql as 'select 1';
create function @extschema@.delete_job(job_id integer) returns void language sql as '';
create function @extschema@.show_chunks(relation pg_catalog.regclass, older_than interval default null, newer_than interval default null) returns setof pg_catalog.regclass language sql as 'select null::pg_catalog.regclass where false';
create function @extschema@.drop_chunks(relation pg_catalog.regclass, older_than interval default null, newer_than interval default null) returns setof pg_catalog.text language sql as 'select null::pg_catalog.text where false';
create function @extschema@.compress_chunk(uncompressed_chunk pg_catalog.regclass, if_not_compressed boolean default true) returns pg_catalog.regclass language sql as 'select $1';
create function @extschema@.decompress_chunk(uncompressed_chunk pg_catalog.regclass, if_compressed boolean default true) returns pg_catalog.regclass language sql as 'select $1';
create function @extschema@.hypertable_size(hypertable pg_catalog.regclass) returns bigint language sql as 'select 0::bigint';
create procedure @extschema@.refresh_continuous_aggregate(continuous_aggregate pg_catalog.regclass, window_start pg_catalog.timestamptz, window_end pg_catalog.timestamptz) language sql as '';
create procedure @extschema@.refresh_continuous_aggregate(continuous_aggregate pg_catalog.regclass, window_start pg_catalog.timestamp, window_end pg_catalog.timestamp) language sql as '';
create function @extschema@.first_step(pg_catalog.anyelement, pg_catalog.anyelement, pg_catalog.timestamptz) returns pg_catalog.anyelement language sql immutable as 'select coalesce($1, $2)';
create aggregate @extschema@.first(pg_catalog.anyelement, pg_catalog.timestamptz) (sfunc = @extschema@.first_step, stype = pg_catalog.anyelement);
create aggregate @extschema@.last(pg_catalog.anyelement, pg_catalog.timestamptz) (sfunc = @extschema@.first_step, stype = pg_catalog.anyelement);
create function @extschema@.histogram_step(integer[], pg_catalog.float8, pg_catalog.float8, pg_catalog.float8, integer) returns integer[] language sql immutable as 'select $1';
create aggregate @extschema@.histogram(pg_catalog.float8, pg_catalog.float8, pg_catalog.float8, integer) (sfunc = @extschema@.histogram_step, stype = integer[]);
create function @extschema@.locf(value pg_catalog.anyelement, prev pg_catalog.anyelement default null, treat_null_as_missing boolean default false) returns pg_catalog.anyelement language sql immutable as 'select $1';
create function @extschema@.interpolate(pg_catalog.anyelement) returns pg_catalog.anyelement language sql immutable as 'select $1';

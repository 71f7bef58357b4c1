-- A stand-in for pg_partman: its table of settings and the functions that migrations call; no partition is made.
create table @extschema@.part_config (
  parent_table pg_catalog.text primary key, control pg_catalog.text, partition_interval pg_catalog.text, partition_type pg_catalog.text, premake integer default 4,
  automatic_maintenance pg_catalog.text default 'on', template_table pg_catalog.text, retention pg_catalog.text, retention_schema pg_catalog.text,
  retention_keep_index boolean default true, retention_keep_table boolean default true, epoch pg_catalog.text default 'none', constraint_cols pg_catalog.text[],
  optimize_constraint integer default 30, infinite_time_partitions boolean default false, datetime_string pg_catalog.text, jobmon boolean default true,
  sub_partition_set_full boolean default false, undo_in_progress boolean default false, inherit_privileges boolean default false, constraint_valid boolean default true,
  ignore_default_data boolean default true, default_table boolean default true, date_trunc_interval pg_catalog.text, maintenance_order integer,
  retention_keep_publication boolean default false, maintenance_last_run pg_catalog.timestamptz, subscription_refresh pg_catalog.text, upsert pg_catalog.text,
  trigger_exception_handling boolean, drop_cascade_fk boolean);
create table @extschema@.part_config_sub (sub_parent pg_catalog.text primary key, sub_control pg_catalog.text, sub_partition_interval pg_catalog.text);
grant all on @extschema@.part_config, @extschema@.part_config_sub to public;
create function @extschema@.create_parent(p_parent_table pg_catalog.text, p_control pg_catalog.text, p_interval pg_catalog.text, p_type pg_catalog.text default 'range',
  p_epoch pg_catalog.text default 'none', p_premake integer default 4, p_start_partition pg_catalog.text default null, p_default_table boolean default true,
  p_automatic_maintenance pg_catalog.text default 'on', p_constraint_cols pg_catalog.text[] default null, p_template_table pg_catalog.text default null,
  p_jobmon boolean default true, p_date_trunc_interval pg_catalog.text default null, p_control_not_null boolean default true) returns boolean language sql as
  'insert into @extschema@.part_config (parent_table, control, partition_interval) values ($1, $2, $3) on conflict do nothing; select true';
create function @extschema@.create_parent(p_parent_table pg_catalog.text, p_control pg_catalog.text, p_type pg_catalog.text, p_interval pg_catalog.text,
  p_constraint_cols pg_catalog.text[], p_premake integer default 4) returns boolean language sql as
  'insert into @extschema@.part_config (parent_table, control, partition_interval) values ($1, $2, $4) on conflict do nothing; select true';
create function @extschema@.run_maintenance(p_parent_table pg_catalog.text default null, p_analyze boolean default false, p_jobmon boolean default true) returns void language sql as '';
create procedure @extschema@.run_maintenance_proc(p_wait integer default 0, p_analyze boolean default null, p_jobmon boolean default true) language sql as '';
create procedure @extschema@.partition_data_proc(p_parent_table pg_catalog.text, p_loop_count integer default null, p_interval pg_catalog.text default null, p_batch integer default null) language sql as '';
create function @extschema@.undo_partition(p_parent_table pg_catalog.text, p_target_table pg_catalog.text, p_keep_table boolean default true) returns pg_catalog.record language sql as 'select 0, 0::bigint';

-- A stand-in for pg_cron: its tables and functions; no job ever runs.
create schema cron;
grant usage on schema cron to public;
create sequence cron.jobid_seq;
create table cron.job (
  jobid bigint primary key default pg_catalog.nextval('cron.jobid_seq'), schedule pg_catalog.text not null, command pg_catalog.text not null,
  nodename pg_catalog.text not null default 'localhost', nodeport integer not null default 5432, database pg_catalog.text not null default current_database(),
  username pg_catalog.text not null default current_user, active boolean not null default true, jobname pg_catalog.text);
create table cron.job_run_details (
  jobid bigint, runid bigint primary key, job_pid integer, database pg_catalog.text, username pg_catalog.text, command pg_catalog.text,
  status pg_catalog.text, return_message pg_catalog.text, start_time pg_catalog.timestamptz, end_time pg_catalog.timestamptz);
grant all on cron.job, cron.job_run_details to public;
grant all on sequence cron.jobid_seq to public;
create function cron.schedule(job_name pg_catalog.text, schedule pg_catalog.text, command pg_catalog.text) returns bigint language sql as
  'insert into cron.job (jobname, schedule, command) values ($1, $2, $3) returning jobid';
create function cron.schedule(schedule pg_catalog.text, command pg_catalog.text) returns bigint language sql as
  'insert into cron.job (schedule, command) values ($1, $2) returning jobid';
create function cron.schedule_in_database(job_name pg_catalog.text, schedule pg_catalog.text, command pg_catalog.text, database pg_catalog.text,
  username pg_catalog.text default null, active boolean default true) returns bigint language sql as
  'insert into cron.job (jobname, schedule, command) values ($1, $2, $3) returning jobid';
create function cron.unschedule(job_name pg_catalog.text) returns boolean language sql as 'select true';
create function cron.unschedule(job_id bigint) returns boolean language sql as 'select true';
create function cron.alter_job(job_id bigint, schedule pg_catalog.text default null, command pg_catalog.text default null,
  database pg_catalog.text default null, username pg_catalog.text default null, active boolean default null) returns void language sql as '';

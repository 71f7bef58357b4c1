-- A stand-in for pg_net: its functions and tables; nothing is sent.
create schema net;
grant usage on schema net to public;
create type net.http_method as enum ('GET', 'POST', 'DELETE');
create table net.http_request_queue (id bigint, method pg_catalog.text, url pg_catalog.text, headers pg_catalog.jsonb, body pg_catalog.bytea, timeout_milliseconds integer);
create table net._http_response (
  id bigint, status_code integer, content_type pg_catalog.text, headers pg_catalog.jsonb, content pg_catalog.text, timed_out boolean,
  error_msg pg_catalog.text, created pg_catalog.timestamptz not null default pg_catalog.now());
grant all on net.http_request_queue, net._http_response to public;
create function net.http_get(url pg_catalog.text, params pg_catalog.jsonb default '{}', headers pg_catalog.jsonb default '{}',
  timeout_milliseconds integer default 5000) returns bigint language sql as 'select 0::bigint';
create function net.http_post(url pg_catalog.text, body pg_catalog.jsonb default '{}', params pg_catalog.jsonb default '{}',
  headers pg_catalog.jsonb default '{}', timeout_milliseconds integer default 5000) returns bigint language sql as 'select 0::bigint';
create function net.http_delete(url pg_catalog.text, params pg_catalog.jsonb default '{}', headers pg_catalog.jsonb default '{}',
  timeout_milliseconds integer default 5000, body pg_catalog.jsonb default null) returns bigint language sql as 'select 0::bigint';

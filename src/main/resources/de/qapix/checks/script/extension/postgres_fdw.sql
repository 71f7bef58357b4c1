-- A stand-in for postgres_fdw: tables can be declared, nothing is connected to.
create foreign data wrapper postgres_fdw;
grant usage on foreign data wrapper postgres_fdw to public;
create function @extschema@.postgres_fdw_get_connections(out server_name pg_catalog.text, out valid boolean) returns setof pg_catalog.record language sql as 'select null::pg_catalog.text, false where false';
create function @extschema@.postgres_fdw_disconnect_all() returns boolean language sql as 'select false';

-- A stand-in for dblink: its usual functions, which connect to nothing and return nothing.
create foreign data wrapper dblink_fdw;
grant usage on foreign data wrapper dblink_fdw to public;
create function @extschema@.dblink(pg_catalog.text, pg_catalog.text) returns setof pg_catalog.record language plpgsql as 'begin end';
create function @extschema@.dblink(pg_catalog.text) returns setof pg_catalog.record language plpgsql as 'begin end';
create function @extschema@.dblink_connect(pg_catalog.text) returns pg_catalog.text language sql as 'select null::pg_catalog.text';
create function @extschema@.dblink_connect(pg_catalog.text, pg_catalog.text) returns pg_catalog.text language sql as 'select null::pg_catalog.text';
create function @extschema@.dblink_connect_u(pg_catalog.text, pg_catalog.text) returns pg_catalog.text language sql as 'select null::pg_catalog.text';
create function @extschema@.dblink_disconnect() returns pg_catalog.text language sql as 'select null::pg_catalog.text';
create function @extschema@.dblink_disconnect(pg_catalog.text) returns pg_catalog.text language sql as 'select null::pg_catalog.text';
create function @extschema@.dblink_exec(pg_catalog.text) returns pg_catalog.text language sql as 'select null::pg_catalog.text';
create function @extschema@.dblink_exec(pg_catalog.text, pg_catalog.text) returns pg_catalog.text language sql as 'select null::pg_catalog.text';
create function @extschema@.dblink_get_connections() returns pg_catalog._text language sql as 'select null::pg_catalog._text';

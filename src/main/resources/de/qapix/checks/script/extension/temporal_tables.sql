-- A stand-in for temporal_tables: its trigger does nothing.
create function @extschema@.versioning() returns trigger language plpgsql as 'begin return new; end';
create function @extschema@.set_system_time(pg_catalog.timestamptz) returns void language sql as '';

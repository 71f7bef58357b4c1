-- A stand-in for pg_uuidv7.
create function @extschema@.uuid_generate_v7() returns pg_catalog.uuid language sql volatile as 'select pg_catalog.gen_random_uuid()';
create function @extschema@.uuid_v7_to_timestamptz(pg_catalog.uuid) returns pg_catalog.timestamptz language sql immutable strict as 'select null::pg_catalog.timestamptz';
create function @extschema@.uuid_timestamptz_to_v7(pg_catalog.timestamptz, zero boolean default false) returns pg_catalog.uuid language sql immutable strict as 'select null::pg_catalog.uuid';

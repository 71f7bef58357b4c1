-- A stand-in for pg_jsonschema: all that is asked for is valid.
create function @extschema@.json_matches_schema(schema pg_catalog.json, instance pg_catalog.json) returns boolean language sql immutable strict as 'select true';
create function @extschema@.jsonb_matches_schema(schema pg_catalog.json, instance pg_catalog.jsonb) returns boolean language sql immutable strict as 'select true';
create function @extschema@.jsonschema_is_valid(schema pg_catalog.json) returns boolean language sql immutable strict as 'select true';

-- A stand-in for pgjwt: its functions; nothing is signed.
create function @extschema@.sign(payload pg_catalog.json, secret pg_catalog.text, algorithm pg_catalog.text default 'HS256') returns pg_catalog.text language sql immutable as 'select null::pg_catalog.text';
create function @extschema@.verify(token pg_catalog.text, secret pg_catalog.text, algorithm pg_catalog.text default 'HS256')
  returns table (header pg_catalog.json, payload pg_catalog.json, valid boolean) language sql immutable as 'select null::pg_catalog.json, null::pg_catalog.json, false';
create function @extschema@.url_encode(data pg_catalog.bytea) returns pg_catalog.text language sql immutable as 'select null::pg_catalog.text';

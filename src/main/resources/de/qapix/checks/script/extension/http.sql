-- A stand-in for pgsql-http: its types and functions; nothing is sent.
create type @extschema@.http_header as (field pg_catalog.varchar, value pg_catalog.varchar);
create type @extschema@.http_response as (status integer, content_type pg_catalog.varchar, headers @extschema@.http_header[], content pg_catalog.varchar);
create type @extschema@.http_request as (method pg_catalog.text, uri pg_catalog.varchar, headers @extschema@.http_header[], content_type pg_catalog.varchar, content pg_catalog.varchar);
create function @extschema@.http_header(pg_catalog.varchar, pg_catalog.varchar) returns @extschema@.http_header language sql as 'select $1, $2';
create function @extschema@.http(@extschema@.http_request) returns @extschema@.http_response language sql as 'select null::@extschema@.http_response';
create function @extschema@.http_get(pg_catalog.varchar) returns @extschema@.http_response language sql as 'select null::@extschema@.http_response';
create function @extschema@.http_get(pg_catalog.varchar, pg_catalog.jsonb) returns @extschema@.http_response language sql as 'select null::@extschema@.http_response';
create function @extschema@.http_post(pg_catalog.varchar, pg_catalog.jsonb) returns @extschema@.http_response language sql as 'select null::@extschema@.http_response';
create function @extschema@.http_post(pg_catalog.varchar, pg_catalog.varchar, pg_catalog.varchar) returns @extschema@.http_response language sql as 'select null::@extschema@.http_response';
create function @extschema@.http_put(pg_catalog.varchar, pg_catalog.varchar, pg_catalog.varchar) returns @extschema@.http_response language sql as 'select null::@extschema@.http_response';
create function @extschema@.http_delete(pg_catalog.varchar) returns @extschema@.http_response language sql as 'select null::@extschema@.http_response';
create function @extschema@.http_set_curlopt(pg_catalog.varchar, pg_catalog.varchar) returns boolean language sql as 'select true';
create function @extschema@.urlencode(pg_catalog.varchar) returns pg_catalog.text language sql immutable as 'select $1::pg_catalog.text';

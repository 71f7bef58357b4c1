-- Subscriptions, without their connection, in which there may be a password. Each version has more options.
select
  '' as schema,
  '' as "table",
  quote_ident(s.subname) as name,
  (select string_agg(quote_ident(p), ', ' order by p) from unnest(s.subpublications) as p) as publications,
  case when s.subenabled then 'enabled' else 'disabled' end as state,
  concat_ws(', ',
    'slot_name = ' || coalesce(quote_literal(s.subslotname), 'none'),
    'synchronous_commit = ' || quote_literal(s.subsynccommit),
    'binary = ' || s.subbinary,
    'streaming = ' || case s.substream::text when 'f' then 'off' when 'p' then 'parallel' when 'false' then 'off' else 'on' end,
    'disable_on_error = ' || (select subdisableonerr from pg_subscription i where i.oid = s.oid),
    'password_required = ' || (select subpasswordrequired from pg_subscription i where i.oid = s.oid),
    'run_as_owner = ' || (select subrunasowner from pg_subscription i where i.oid = s.oid),
    'origin = ' || (select suborigin from pg_subscription i where i.oid = s.oid)) as options,
  obj_description(s.oid, 'pg_subscription') as comment
from pg_subscription s
cross join (select null::text as subdisableonerr, null::text as subpasswordrequired,
                   null::text as subrunasowner, null::text as suborigin) as before
where s.subdbid = (select d.oid from pg_database d where d.datname = current_database())
  and '' <> all ({0})

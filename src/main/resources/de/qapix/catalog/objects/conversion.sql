-- Conversions between encodings.
select
  quote_ident(n.nspname) as schema,
  '' as "table",
  quote_ident(c.conname) as name,
  case when c.condefault then 'default ' else '' end
    || 'for ' || quote_literal(pg_encoding_to_char(c.conforencoding))
    || ' to ' || quote_literal(pg_encoding_to_char(c.contoencoding)) || ' from ' || c.conproc as definition,
  obj_description(c.oid, 'pg_conversion') as comment
from pg_conversion c
join pg_namespace n on n.oid = c.connamespace
where n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = c.oid and e.classid = 'pg_conversion'::regclass and e.deptype = 'e')

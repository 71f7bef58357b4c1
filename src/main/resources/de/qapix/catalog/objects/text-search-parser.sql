-- Parsers of text search.
select
  quote_ident(n.nspname) as schema,
  '' as "table",
  quote_ident(p.prsname) as name,
  '(start = ' || p.prsstart || ', gettoken = ' || p.prstoken || ', end = ' || p.prsend || ', lextypes = ' || p.prslextype
    || case when p.prsheadline = 0 then '' else ', headline = ' || p.prsheadline end || ')' as definition,
  obj_description(p.oid, 'pg_ts_parser') as comment
from pg_ts_parser p
join pg_namespace n on n.oid = p.prsnamespace
where n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = p.oid and e.classid = 'pg_ts_parser'::regclass and e.deptype = 'e')

-- Dictionaries of text search.
select
  quote_ident(n.nspname) as schema,
  '' as "table",
  quote_ident(d.dictname) as name,
  quote_ident(tn.nspname) || '.' || quote_ident(t.tmplname) as template,
  d.dictinitoption as options,
  obj_description(d.oid, 'pg_ts_dict') as comment
from pg_ts_dict d
join pg_ts_template t on t.oid = d.dicttemplate
join pg_namespace tn on tn.oid = t.tmplnamespace
join pg_namespace n on n.oid = d.dictnamespace
where n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = d.oid and e.classid = 'pg_ts_dict'::regclass and e.deptype = 'e')

-- Foreign servers.
select
  '' as schema,
  '' as "table",
  quote_ident(s.srvname) as name,
  coalesce('type ' || quote_literal(s.srvtype) || ' ', '') || 'foreign data wrapper ' || quote_ident(w.fdwname) as definition,
  quote_literal(nullif(s.srvversion, '')) as version,
  (select string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' order by o.option_name)
   from pg_options_to_table(s.srvoptions) o) as options,
  obj_description(s.oid, 'pg_foreign_server') as comment
from pg_foreign_server s
join pg_foreign_data_wrapper w on w.oid = s.srvfdw
where '' <> all ({0})
  and not exists (select 1 from pg_depend e where e.objid = s.oid and e.classid = 'pg_foreign_server'::regclass and e.deptype = 'e')

-- Foreign-data wrappers.
select
  '' as schema,
  '' as "table",
  quote_ident(w.fdwname) as name,
  case when w.fdwhandler = 0 then 'no handler' else 'handler ' || w.fdwhandler::regproc end
    || case when w.fdwvalidator = 0 then ' no validator' else ' validator ' || w.fdwvalidator::regproc end as definition,
  (select string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' order by o.option_name)
   from pg_options_to_table(w.fdwoptions) o) as options,
  obj_description(w.oid, 'pg_foreign_data_wrapper') as comment
from pg_foreign_data_wrapper w
where '' <> all ({0})
  and not exists (select 1 from pg_depend e where e.objid = w.oid and e.classid = 'pg_foreign_data_wrapper'::regclass and e.deptype = 'e')

-- Event triggers.
select
  '' as schema,
  '' as "table",
  quote_ident(t.evtname) as name,
  'on ' || t.evtevent
    || coalesce(' when tag in (' || (select string_agg(quote_literal(g), ', ' order by g) from unnest(t.evttags) as g) || ')', '')
    || ' execute function ' || t.evtfoid::regproc || '()' as definition,
  case t.evtenabled when 'O' then 'enabled' when 'D' then 'disabled' when 'R' then 'on replicas only' else 'always' end as state,
  obj_description(t.oid, 'pg_event_trigger') as comment
from pg_event_trigger t
where '' <> all ({0})
  and not exists (select 1 from pg_depend e where e.objid = t.oid and e.classid = 'pg_event_trigger'::regclass and e.deptype = 'e')

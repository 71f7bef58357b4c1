-- Triggers that a person has made.
select
  quote_ident(n.nspname) as schema,
  quote_ident(c.relname) as "table",
  quote_ident(t.tgname) as name,
  pg_get_triggerdef(t.oid) as definition,
  case t.tgenabled when 'O' then 'enabled' when 'D' then 'disabled' when 'R' then 'on replicas only' else 'always' end as state,
  case when t.tgparentid <> 0 then 'yes' end as inherited,
  obj_description(t.oid, 'pg_trigger') as comment
from pg_trigger t
join pg_class c on c.oid = t.tgrelid
join pg_namespace n on n.oid = c.relnamespace
where not t.tgisinternal
  and n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = c.oid and e.classid = 'pg_class'::regclass and e.deptype = 'e')

-- Rewrite rules, without those that make a view a view.
select
  quote_ident(n.nspname) as schema,
  quote_ident(c.relname) as "table",
  quote_ident(r.rulename) as name,
  pg_get_ruledef(r.oid) as definition,
  case r.ev_enabled when 'O' then 'enabled' when 'D' then 'disabled' when 'R' then 'on replicas only' else 'always' end as state,
  obj_description(r.oid, 'pg_rewrite') as comment
from pg_rewrite r
join pg_class c on c.oid = r.ev_class
join pg_namespace n on n.oid = c.relnamespace
where r.rulename <> '_RETURN'
  and n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'

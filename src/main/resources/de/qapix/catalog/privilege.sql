-- What the connecting role may not do and our commands need: {0} is the schema of the two shared tables.
select quote_ident(n.nspname) as object, 'USAGE' as privileges
from pg_namespace n
where n.nspname in ('qapix', {0})
  and not has_schema_privilege(n.oid, 'USAGE')
union all
select quote_ident(n.nspname) || '.' || quote_ident(c.relname), string_agg(p.privilege, ', ' order by p.privilege)
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) as p(privilege)
where c.relkind in ('r', 'p')
  and (n.nspname = 'qapix' and c.relname <> 'flyway_schema_history'
    or n.nspname = 'qapix' and c.relname = 'flyway_schema_history' and p.privilege = 'SELECT'
    or n.nspname = {0} and c.relname = 'calendly_events'
    or n.nspname = {0} and c.relname = 'custom_activities' and p.privilege in ('SELECT', 'UPDATE'))
  and not has_table_privilege(c.oid, p.privilege)
group by n.nspname, c.relname
order by 1

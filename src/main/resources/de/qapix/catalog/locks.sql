-- Who keeps others from tables, or waits for them before others: {0} is the schema of the two shared tables, {1} what is
-- wanted (read: any table; write, change: rows or the whole of ours), {2} the processes that are our own.
select
  quote_ident(n.nspname) || '.' || quote_ident(c.relname) as "table",
  coalesce(x.gid, '') as prepared,
  coalesce(l.pid, 0) as pid,
  coalesce(a.usename, x.owner, '') as role,
  coalesce(a.application_name, '') as application,
  coalesce(a.xact_start, x.prepared) as since,
  b.pid as other,
  coalesce(b.usename, '') as other_role,
  coalesce(b.application_name, '') as other_application,
  b.xact_start as other_since
from pg_locks l
join pg_class c on c.oid = coalesce((select i.indrelid from pg_index i where i.indexrelid = l.relation), l.relation)
join pg_namespace n on n.oid = c.relnamespace
cross join lateral (
  select
    l.mode = 'AccessExclusiveLock' as whole,
    l.mode in ('AccessExclusiveLock', 'ExclusiveLock', 'ShareRowExclusiveLock', 'ShareLock') as strong,
    n.nspname = 'pg_catalog' as catalog,
    n.nspname = 'qapix' or n.nspname = {0} and c.relname in ('calendly_events', 'custom_activities') as ours) is_
left join pg_stat_activity a on a.pid = l.pid
left join pg_prepared_xacts x on l.pid is null and l.virtualtransaction = '-1/' || x.transaction::text
left join lateral (
  select s.pid, s.usename, s.application_name, s.xact_start
  from pg_stat_activity s
  where not l.granted and s.pid = any (pg_blocking_pids(l.pid))
  order by s.xact_start
  limit 1) b on true
where l.locktype = 'relation'
  and l.database in (0, (select d.oid from pg_database d where d.datname = current_database()))
  and c.relkind in ('r', 'p', 'v', 'm', 'f')
  and c.relpersistence <> 't'
  and l.pid is distinct from pg_backend_pid()
  and (l.pid is null or l.pid <> all ({2}))
  and (l.granted or is_.strong)
  and case {1}
    when 'read' then is_.whole
    when 'write' then
      is_.ours and l.mode not in ('AccessShareLock', 'ShareUpdateExclusiveLock') or is_.catalog and is_.whole
    else is_.ours or is_.catalog and is_.whole
  end
order by l.granted desc, is_.strong desc, since nulls last, 1
limit 20

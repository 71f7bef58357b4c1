-- What may keep a sync from writing rows of the two shared tables, in the schema {0}, as far as the catalog tells.
with shared as (
  select
    c.oid,
    quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name,
    c.relname = 'calendly_events' as events,
    array(
      select a.attnum
      from pg_attribute a
      where a.attrelid = c.oid
        and not a.attisdropped
        and a.attname = any (case c.relname
          when 'calendly_events' then array['id', 'createdAt', 'updatedAt', 'calendlyEventUri', 'eventTypeName',
            'mappedType', 'startTime', 'endTime', 'status', 'hostName', 'hostEmail', 'userId', 'inviteeName',
            'inviteeEmail', 'leadId', 'syncedAt']
          else array['calendlyEventId'] end)) as written,
    array(
      select a.attnum
      from pg_attribute a
      where a.attrelid = c.oid and a.attname in ('id', 'calendlyEventUri', 'closeActivityId')) as known_by
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = {0}
    and c.relname in ('calendly_events', 'custom_activities')
    and c.relkind in ('r', 'p')
)
select 'UNIQUE' as kind, s.name as "table", quote_ident(x.relname) as name, pg_get_indexdef(i.indexrelid) as definition
from shared s
join pg_index i on i.indrelid = s.oid
join pg_class x on x.oid = i.indexrelid
where (i.indisunique or i.indisexclusion)
  and not i.indkey::int2[] && s.known_by
  and (i.indkey::int2[] && s.written or s.events and 0 = any (i.indkey::int2[]))
union all
select
  case k.contype when 'c' then 'CHECK' else 'REFERENCE' end,
  s.name, quote_ident(k.conname), pg_get_constraintdef(k.oid)
from shared s
join pg_constraint k on k.conrelid = s.oid
where k.contype in ('c', 'f')
  and (k.conkey && s.written or s.events and coalesce(cardinality(k.conkey), 0) = 0)
  and k.confrelid <> all (select oid from shared)
union all
select 'REFERRED_TO', s.name, k.conrelid::regclass::text || ' ' || quote_ident(k.conname), pg_get_constraintdef(k.oid)
from shared s
join pg_constraint k on k.confrelid = s.oid
where s.events
  and k.contype = 'f'
  and k.confdeltype in ('a', 'r')
  and k.conparentid = 0
union all
select 'TRIGGER', s.name, quote_ident(t.tgname), pg_get_triggerdef(t.oid)
from shared s
join pg_trigger t on t.tgrelid = s.oid
where not t.tgisinternal
  and t.tgenabled in ('O', 'A')
  and t.tgtype & (case when s.events then 4 + 8 + 16 else 16 end) <> 0
union all
select 'RULE', s.name, quote_ident(r.rulename), pg_get_ruledef(r.oid)
from shared s
join pg_rewrite r on r.ev_class = s.oid
where r.ev_enabled in ('O', 'A')
  and r.ev_type in ('2', '3', '4')
  and (s.events or r.ev_type = '2')
union all
select 'ROW_SECURITY', s.name, quote_ident(current_user), ''
from shared s
where row_security_active(s.oid)
union all
select 'RIGHTS', s.name, quote_ident(current_user), string_agg(p.privilege, ', ' order by p.place)
from shared s
cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) with ordinality as p(privilege, place)
where (s.events or p.privilege in ('SELECT', 'UPDATE'))
  and not has_table_privilege(s.oid, p.privilege)
  and (p.privilege = 'DELETE' or exists (
    select from unnest(s.written) as w(attnum)
    where not has_column_privilege(s.oid, w.attnum, p.privilege)))
group by s.name
order by 2, 1, 3

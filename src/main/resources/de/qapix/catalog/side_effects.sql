-- What writing to the two shared tables, in the schema {0}, sets off that a rollback may not undo.
with recursive tree as (
  select c.oid, c.relkind
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = {0}
    and c.relname in ('calendly_events', 'custom_activities')
  union
  select c.oid, c.relkind
  from tree
  join pg_inherits i on i.inhparent = tree.oid
  join pg_class c on c.oid = i.inhrelid
)
select 'TRIGGER' as kind, t.tgrelid::regclass::text as "table", quote_ident(t.tgname) as name
from tree
join pg_trigger t on t.tgrelid = tree.oid
where not t.tgisinternal
  and t.tgenabled in ('O', 'A')
union all
select 'RULE', r.ev_class::regclass::text, quote_ident(r.rulename)
from tree
join pg_rewrite r on r.ev_class = tree.oid
where r.ev_enabled in ('O', 'A')
union all
select 'FOREIGN_TABLE', tree.oid::regclass::text, tree.oid::regclass::text
from tree
where tree.relkind = 'f'
order by 2, 1, 3

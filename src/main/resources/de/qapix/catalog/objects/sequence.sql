-- Sequences; those of identity columns are a matter of the column.
select
  quote_ident(n.nspname) as schema,
  quote_ident(c.relname) as "table",
  '' as name,
  'as ' || format_type(s.seqtypid, null) || ' start ' || s.seqstart || ' increment ' || s.seqincrement
    || ' minvalue ' || s.seqmin || ' maxvalue ' || s.seqmax || ' cache ' || s.seqcache
    || case when s.seqcycle then ' cycle' else ' no cycle' end as definition,
  case c.relpersistence when 'u' then 'unlogged' end as persistence,
  (select quote_ident(tn.nspname) || '.' || quote_ident(t.relname) || '.' || quote_ident(a.attname)
   from pg_depend o
   join pg_class t on t.oid = o.refobjid
   join pg_namespace tn on tn.oid = t.relnamespace
   join pg_attribute a on a.attrelid = t.oid and a.attnum = o.refobjsubid
   where o.objid = c.oid and o.classid = 'pg_class'::regclass and o.refclassid = 'pg_class'::regclass
     and o.deptype = 'a') as owner,
  obj_description(c.oid, 'pg_class') as comment
from pg_sequence s
join pg_class c on c.oid = s.seqrelid
join pg_namespace n on n.oid = c.relnamespace
where n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = c.oid and e.classid = 'pg_class'::regclass and e.deptype in ('e', 'i'))

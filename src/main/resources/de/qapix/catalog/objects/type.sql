-- Enums, domains and composite types.
select
  quote_ident(n.nspname) as schema,
  '' as "table",
  quote_ident(t.typname) as name,
  case t.typtype when 'e' then 'enum' when 'd' then 'domain' when 'c' then 'composite type' else 'range' end as type,
  (select string_agg(quote_literal(l.enumlabel), ', ' order by l.enumsortorder)
   from pg_enum l where l.enumtypid = t.oid) as labels,
  case t.typtype
    when 'd' then format_type(t.typbasetype, t.typtypmod)
    when 'c' then (select string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum)
                   from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped)
    when 'r' then (select format_type(r.rngsubtype, null) from pg_range r where r.rngtypid = t.oid)
  end as definition,
  case when t.typtype = 'd' then case when t.typnotnull then 'not null' else 'null' end end as nullability,
  case when t.typtype = 'd' then t.typdefault end as "default",
  (select string_agg('constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid), E'\n' order by k.conname)
   from pg_constraint k where k.contypid = t.oid and k.contype = 'c') as checks,
  obj_description(t.oid, 'pg_type') as comment
from pg_type t
join pg_namespace n on n.oid = t.typnamespace
where (t.typtype in ('e', 'd', 'r')
    or t.typtype = 'c' and exists (select 1 from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
  and n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = t.oid and e.classid = 'pg_type'::regclass and e.deptype = 'e')

-- The tables each row of which refers to a row of another.
select distinct f.nspname::text, r.relname::text, t.nspname::text, o.relname::text
from pg_constraint k
join pg_class r on r.oid = k.conrelid
join pg_namespace f on f.oid = r.relnamespace
join pg_class o on o.oid = k.confrelid
join pg_namespace t on t.oid = o.relnamespace
where k.contype = 'f'
  and not exists (
    select from pg_attribute a
    where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and not a.attnotnull)

-- Extensions; the objects that belong to one are left out everywhere else.
select
  '' as schema,
  '' as "table",
  quote_ident(x.extname) as name,
  quote_ident(n.nspname) as "schema of objects",
  -- Each has one from its author.
  nullif(obj_description(x.oid, 'pg_extension'), (select a.comment from pg_available_extensions a where a.name = x.extname)) as comment
from pg_extension x
join pg_namespace n on n.oid = x.extnamespace
where x.extname <> 'plpgsql' and '' <> all ({0})

-- Extensions; the objects that belong to one are left out everywhere else.
select
  '' as schema,
  '' as "table",
  quote_ident(x.extname) as name,
  'yes' as present
from pg_extension x
where x.extname <> 'plpgsql' and '' <> all ({0})

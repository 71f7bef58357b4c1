-- Stand-ins for extensions that the server lacks, and the types that each of them has.
select e.extname::text, coalesce(format_type(d.objid, null), '')
from pg_extension e
join pg_available_extensions a on a.name = e.extname and a.comment = ?
left join pg_depend d
  on d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid
  and d.classid = 'pg_type'::regclass and d.deptype = 'e'

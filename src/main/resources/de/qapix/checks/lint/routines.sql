-- What the routines of these names do, as far as that is written in SQL or PL/pgSQL.
select coalesce(pg_catalog.pg_get_function_sqlbody(routine.oid), routine.prosrc)
from pg_catalog.pg_proc as routine
join pg_catalog.pg_language as language on language.oid = routine.prolang
join pg_catalog.pg_namespace as schema on schema.oid = routine.pronamespace
where routine.proname = any ({0}::text[])
  and language.lanname in ('sql', 'plpgsql')
  and schema.nspname not in ('pg_catalog', 'information_schema')

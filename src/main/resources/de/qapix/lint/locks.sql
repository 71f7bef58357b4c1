select held.relation::bigint, held.mode
from pg_catalog.pg_locks as held
join pg_catalog.pg_database as here on here.oid = held.database
where held.locktype = 'relation'
  and held.granted
  and held.pid = pg_catalog.pg_backend_pid()
  and here.datname = pg_catalog.current_database()

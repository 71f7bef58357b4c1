-- For what a role makes from now on; no name is told of the one that is connected. The privileges are in privileges.sql.
select
  coalesce(quote_ident(n.nspname), '') as schema,
  '' as "table",
  case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types'
      when 'n' then 'schemas' else 'large objects' end
    || case when pg_get_userbyid(d.defaclrole) = current_user then '' else ' of ' || quote_ident(pg_get_userbyid(d.defaclrole)) end as name
from pg_default_acl d
left join pg_namespace n on n.oid = d.defaclnamespace
where coalesce(n.nspname, '') <> all ({0})

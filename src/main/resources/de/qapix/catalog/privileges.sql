-- Who owns each object, and who may do what with it beside what is usual. The first four columns say which object it is.
with item (kind, schema, "table", name, owner, acl, letter, usual) as (
  -- A new database has a schema whose rights are not those of a new schema.
  select 'schema', quote_ident(n.nspname), '', '', n.nspowner, n.nspacl, 'n',
    (select p.initprivs from pg_init_privs p where p.objoid = n.oid and p.classoid = 'pg_namespace'::regclass)
  from pg_namespace n
  union all
  select case c.relkind when 'S' then 'sequence' else 'table' end, quote_ident(n.nspname), quote_ident(c.relname), '', c.relowner,
    c.relacl, case c.relkind when 'S' then 's' else 'r' end, null
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  union all
  select 'column', quote_ident(n.nspname), quote_ident(c.relname), quote_ident(a.attname), c.relowner, a.attacl, 'c', null
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  where a.attacl is not null and not a.attisdropped
  union all
  select 'function', quote_ident(n.nspname), '', quote_ident(p.proname) || '(' || oidvectortypes(p.proargtypes) || ')', p.proowner,
    p.proacl, 'f', null
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
  union all
  select 'type', quote_ident(n.nspname), '', quote_ident(t.typname), t.typowner, t.typacl, 'T', null
  from pg_type t
  join pg_namespace n on n.oid = t.typnamespace
  where t.typcategory <> 'A'
  union all
  select 'language', '', '', quote_ident(lanname), lanowner, lanacl, 'l', null
  from pg_language
  union all
  select 'foreign-data-wrapper', '', '', quote_ident(fdwname), fdwowner, fdwacl, 'F', null
  from pg_foreign_data_wrapper
  union all
  select 'server', '', '', quote_ident(srvname), srvowner, srvacl, 'S', null
  from pg_foreign_server
  union all
  select 'collation', quote_ident(n.nspname), '', quote_ident(l.collname), l.collowner, null, null, null
  from pg_collation l
  join pg_namespace n on n.oid = l.collnamespace
  union all
  select 'conversion', quote_ident(n.nspname), '', quote_ident(c.conname), c.conowner, null, null, null
  from pg_conversion c
  join pg_namespace n on n.oid = c.connamespace
  union all
  select 'operator', quote_ident(n.nspname), '',
    o.oprname || ' (' || case when o.oprleft = 0 then 'none' else format_type(o.oprleft, null) end
      || ', ' || format_type(o.oprright, null) || ')', o.oprowner, null, null, null
  from pg_operator o
  join pg_namespace n on n.oid = o.oprnamespace
  union all
  select 'operator-family', quote_ident(n.nspname), '', quote_ident(f.opfname) || ' using ' || quote_ident(m.amname), f.opfowner,
    null, null, null
  from pg_opfamily f
  join pg_am m on m.oid = f.opfmethod
  join pg_namespace n on n.oid = f.opfnamespace
  union all
  select 'operator-class', quote_ident(n.nspname), '', quote_ident(c.opcname) || ' using ' || quote_ident(m.amname), c.opcowner,
    null, null, null
  from pg_opclass c
  join pg_am m on m.oid = c.opcmethod
  join pg_namespace n on n.oid = c.opcnamespace
  union all
  select 'text-search-dictionary', quote_ident(n.nspname), '', quote_ident(d.dictname), d.dictowner, null, null, null
  from pg_ts_dict d
  join pg_namespace n on n.oid = d.dictnamespace
  union all
  select 'text-search-configuration', quote_ident(n.nspname), '', quote_ident(c.cfgname), c.cfgowner, null, null, null
  from pg_ts_config c
  join pg_namespace n on n.oid = c.cfgnamespace
  union all
  select 'statistics', quote_ident(n.nspname), case when c.relnamespace = s.stxnamespace then quote_ident(c.relname) else '' end,
    quote_ident(s.stxname), s.stxowner, null, null, null
  from pg_statistic_ext s
  join pg_class c on c.oid = s.stxrelid
  join pg_namespace n on n.oid = s.stxnamespace
  union all
  select 'publication', '', '', quote_ident(p.pubname), p.pubowner, null, null, null
  from pg_publication p
  union all
  select 'subscription', '', '', quote_ident(s.subname), s.subowner, null, null, null
  from pg_subscription s
  where s.subdbid = (select d.oid from pg_database d where d.datname = current_database())
  union all
  select 'event-trigger', '', '', quote_ident(t.evtname), t.evtowner, null, null, null
  from pg_event_trigger t
  union all
  select 'default-privileges', coalesce(quote_ident(n.nspname), ''), '',
    case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types'
        when 'n' then 'schemas' else 'large objects' end
      || case when pg_get_userbyid(d.defaclrole) = current_user then '' else ' of ' || quote_ident(pg_get_userbyid(d.defaclrole)) end,
    d.defaclrole, d.defaclacl, case d.defaclobjtype when 'S' then 's' else d.defaclobjtype::text end, case when d.defaclnamespace <> 0 then acldefault('c', d.defaclrole) end
  from pg_default_acl d
  left join pg_namespace n on n.oid = d.defaclnamespace
), numbered as (
  select row_number() over () as number, kind, schema, "table", name, owner, acl, letter::"char" as letter,
    coalesce(usual::aclitem[], acldefault(letter::"char", owner)) as usual
  from item
  where schema <> all (select quote_ident(s) from unnest({0}::text[]) as s)
), entry as (
  select n.number, e.usual, n.letter,
    case e.grantee when 0 then 'public' when n.owner then 'its owner' else quote_ident(pg_get_userbyid(e.grantee)) end as grantee,
    lower(e.privilege_type) as privilege, bool_or(e.is_grantable) as passed_on
  from numbered n
  cross join lateral (select false as usual, x.grantee, x.privilege_type, x.is_grantable from aclexplode(n.acl) as x
                      union all
                      select true, x.grantee, x.privilege_type, x.is_grantable from aclexplode(n.usual) as x) as e
  where n.acl is not null
  group by 1, 2, 3, 4, 5
), listed as (
  select number, usual, grantee,
    case when count(*) = case letter when 'c' then 4 else (select count(*) from aclexplode(acldefault(letter, 10)) as x where x.grantee = 10) end
        and bool_and(passed_on) = bool_or(passed_on)
      then 'all' || case when bool_and(passed_on) then ' with grant option' else '' end
      else string_agg(privilege || case when passed_on then ' with grant option' else '' end, ', ' order by privilege) end as list
  from entry
  group by number, usual, letter, grantee
), changed as (
  select coalesce(f.number, u.number) as number, coalesce(f.grantee, u.grantee) as grantee, coalesce(f.list, 'none') as list
  from (select * from listed where not usual) as f
  full join (select * from listed where usual) as u on u.number = f.number and u.grantee = f.grantee
  where f.list is distinct from u.list
), told as (
  select number, string_agg(grantee || ': ' || list, E'\n' order by grantee) as privileges
  from changed
  group by number
)
select n.kind, n.schema, n."table", n.name,
  case when n.kind not in ('column', 'default-privileges')
      and not (n.schema = 'public' and n.kind = 'schema' and pg_get_userbyid(n.owner) in ('pg_database_owner', pg_get_userbyid(10)))
    then quote_ident(pg_get_userbyid(n.owner)) end as "owning role",
  t.privileges
from numbered n
left join told t on t.number = n.number

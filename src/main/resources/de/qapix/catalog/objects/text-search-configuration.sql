-- Configurations of text search: which dictionaries look at a kind of token, one after the other.
select
  quote_ident(n.nspname) as schema,
  '' as "table",
  quote_ident(c.cfgname) as name,
  quote_ident(pn.nspname) || '.' || quote_ident(p.prsname) as parser,
  (select string_agg(k.alias || ' with ' || k.dictionaries, E'\n' order by k.alias)
   from (select quote_ident(k.alias) as alias,
                string_agg(quote_ident(dn.nspname) || '.' || quote_ident(d.dictname), ', ' order by m.mapseqno) as dictionaries
         from pg_ts_config_map m
         join ts_token_type(c.cfgparser) k on k.tokid = m.maptokentype
         join pg_ts_dict d on d.oid = m.mapdict
         join pg_namespace dn on dn.oid = d.dictnamespace
         where m.mapcfg = c.oid
         group by k.alias) as k) as mappings,
  obj_description(c.oid, 'pg_ts_config') as comment
from pg_ts_config c
join pg_ts_parser p on p.oid = c.cfgparser
join pg_namespace pn on pn.oid = p.prsnamespace
join pg_namespace n on n.oid = c.cfgnamespace
where n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = c.oid and e.classid = 'pg_ts_config'::regclass and e.deptype = 'e')

-- Operator families, with what in them belongs to no operator class.
select
  quote_ident(n.nspname) as schema,
  '' as "table",
  quote_ident(f.opfname) || ' using ' || quote_ident(m.amname) as name,
  (select string_agg(member, E'\n' order by member)
   from (select 'operator ' || o.amopstrategy || ' ' || o.amopopr::regoperator
             || (select ' for order by ' || quote_ident(sn.nspname) || '.' || quote_ident(s.opfname)
                 from pg_opfamily s join pg_namespace sn on sn.oid = s.opfnamespace where s.oid = o.amopsortfamily
                 union all select '' where o.amopsortfamily = 0)
         from pg_amop o
         where o.amopfamily = f.oid and not exists (select 1 from pg_depend d
           where d.classid = 'pg_amop'::regclass and d.objid = o.oid and d.refclassid = 'pg_opclass'::regclass and d.deptype = 'i')
         union all
         select 'function ' || p.amprocnum || ' (' || format_type(p.amproclefttype, null) || ', ' || format_type(p.amprocrighttype, null)
             || ') ' || p.amproc::regprocedure
         from pg_amproc p
         where p.amprocfamily = f.oid and not exists (select 1 from pg_depend d
           where d.classid = 'pg_amproc'::regclass and d.objid = p.oid and d.refclassid = 'pg_opclass'::regclass and d.deptype = 'i')
        ) as members (member)) as members,
  obj_description(f.oid, 'pg_opfamily') as comment
from pg_opfamily f
join pg_am m on m.oid = f.opfmethod
join pg_namespace n on n.oid = f.opfnamespace
where n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = f.oid and e.classid = 'pg_opfamily'::regclass and e.deptype = 'e')

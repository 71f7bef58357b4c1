-- Operator classes, with what in them cannot be without them.
select
  quote_ident(n.nspname) as schema,
  '' as "table",
  quote_ident(c.opcname) || ' using ' || quote_ident(m.amname) as name,
  case when c.opcdefault then 'default ' else '' end || 'for type ' || format_type(c.opcintype, null) || ' using ' || quote_ident(m.amname)
    || ' family ' || quote_ident(fn.nspname) || '.' || quote_ident(f.opfname) || ' as '
    || concat_ws(', ',
        (select string_agg('operator ' || o.amopstrategy || ' ' || o.amopopr::regoperator
                || case when o.amopsortfamily = 0 then '' else
                     (select ' for order by ' || quote_ident(sn.nspname) || '.' || quote_ident(s.opfname)
                      from pg_opfamily s join pg_namespace sn on sn.oid = s.opfnamespace where s.oid = o.amopsortfamily) end,
                ', ' order by o.amopstrategy, o.amoplefttype::regtype::text, o.amoprighttype::regtype::text)
         from pg_amop o
         join pg_depend d on d.classid = 'pg_amop'::regclass and d.objid = o.oid and d.deptype = 'i'
         where d.refclassid = 'pg_opclass'::regclass and d.refobjid = c.oid),
        (select string_agg('function ' || p.amprocnum || ' (' || format_type(p.amproclefttype, null)
                || ', ' || format_type(p.amprocrighttype, null) || ') ' || p.amproc::regprocedure,
                ', ' order by p.amprocnum, p.amproclefttype::regtype::text, p.amprocrighttype::regtype::text)
         from pg_amproc p
         join pg_depend d on d.classid = 'pg_amproc'::regclass and d.objid = p.oid and d.deptype = 'i'
         where d.refclassid = 'pg_opclass'::regclass and d.refobjid = c.oid),
        case when c.opckeytype <> 0 then 'storage ' || format_type(c.opckeytype, null) end) as definition,
  obj_description(c.oid, 'pg_opclass') as comment
from pg_opclass c
join pg_am m on m.oid = c.opcmethod
join pg_opfamily f on f.oid = c.opcfamily
join pg_namespace fn on fn.oid = f.opfnamespace
join pg_namespace n on n.oid = c.opcnamespace
where n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = c.oid and e.classid = 'pg_opclass'::regclass and e.deptype = 'e')

-- Functions, procedures and aggregates.
select
  quote_ident(n.nspname) as schema,
  '' as "table",
  quote_ident(p.proname) || '(' || oidvectortypes(p.proargtypes) || ')' as name,
  case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end as type,
  case when p.prokind <> 'a' then pg_get_functiondef(p.oid) end as definition,
  case when p.prokind = 'a' then
    (select '(' || pg_get_function_arguments(p.oid) || ') (' || concat_ws(', ',
        'sfunc = ' || a.aggtransfn,
        'stype = ' || format_type(a.aggtranstype, null),
        'sspace = ' || nullif(a.aggtransspace, 0),
        case when a.aggfinalfn <> 0 then 'finalfunc = ' || a.aggfinalfn end,
        case when a.aggfinalextra then 'finalfunc_extra' end,
        case when a.aggfinalmodify <> case when a.aggkind = 'n' then 'r' else 'w' end::"char"
          then 'finalfunc_modify = ' || case a.aggfinalmodify when 'r' then 'read_only' when 's' then 'shareable' else 'read_write' end end,
        case when a.aggcombinefn <> 0 then 'combinefunc = ' || a.aggcombinefn end,
        case when a.aggserialfn <> 0 then 'serialfunc = ' || a.aggserialfn end,
        case when a.aggdeserialfn <> 0 then 'deserialfunc = ' || a.aggdeserialfn end,
        'initcond = ' || quote_literal(a.agginitval),
        case when a.aggmtransfn <> 0 then 'msfunc = ' || a.aggmtransfn end,
        case when a.aggminvtransfn <> 0 then 'minvfunc = ' || a.aggminvtransfn end,
        case when a.aggmtranstype <> 0 then 'mstype = ' || format_type(a.aggmtranstype, null) end,
        'msspace = ' || nullif(a.aggmtransspace, 0),
        case when a.aggmfinalfn <> 0 then 'mfinalfunc = ' || a.aggmfinalfn end,
        case when a.aggmfinalextra then 'mfinalfunc_extra' end,
        case when a.aggmtransfn <> 0 and a.aggmfinalmodify <> case when a.aggkind = 'n' then 'r' else 'w' end::"char"
          then 'mfinalfunc_modify = ' || case a.aggmfinalmodify when 'r' then 'read_only' when 's' then 'shareable' else 'read_write' end end,
        'minitcond = ' || quote_literal(a.aggminitval),
        (select 'sortop = operator(' || quote_ident(sn.nspname) || '.' || s.oprname || ')'
         from pg_operator s join pg_namespace sn on sn.oid = s.oprnamespace where s.oid = a.aggsortop),
        case p.proparallel when 's' then 'parallel = safe' when 'r' then 'parallel = restricted' end,
        case when a.aggkind = 'h' then 'hypothetical' end) || ')'
     from pg_aggregate a where a.aggfnoid = p.oid) end as aggregate,
  obj_description(p.oid, 'pg_proc') as comment
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
where n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e
                  where e.objid = p.oid and e.classid = 'pg_proc'::regclass and e.deptype in ('e', 'i'))

-- Enums, domains, ranges, composite and base types.
select
  quote_ident(n.nspname) as schema,
  '' as "table",
  quote_ident(t.typname) as name,
  case t.typtype when 'e' then 'enum' when 'd' then 'domain' when 'c' then 'composite type' when 'r' then 'range' else 'base type' end as type,
  (select string_agg(quote_literal(l.enumlabel), ', ' order by l.enumsortorder)
   from pg_enum l where l.enumtypid = t.oid) as labels,
  case t.typtype
    when 'd' then format_type(t.typbasetype, t.typtypmod)
    when 'c' then (select string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
            || coalesce((select ' collate ' || quote_ident(cn.nspname) || '.' || quote_ident(l.collname)
                         from pg_collation l
                         join pg_namespace cn on cn.oid = l.collnamespace
                         join pg_type b on b.oid = a.atttypid
                         where l.oid = a.attcollation and a.attcollation <> b.typcollation), ''), ', ' order by a.attnum)
                   from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped)
    when 'r' then (select format_type(r.rngsubtype, null) from pg_range r where r.rngtypid = t.oid)
    when 'b' then concat_ws(', ', 'input = ' || t.typinput, 'output = ' || t.typoutput,
      case when t.typreceive <> 0 then 'receive = ' || t.typreceive end,
      case when t.typsend <> 0 then 'send = ' || t.typsend end,
      case when t.typmodin <> 0 then 'typmod_in = ' || t.typmodin end,
      case when t.typmodout <> 0 then 'typmod_out = ' || t.typmodout end,
      case when t.typanalyze <> 0 then 'analyze = ' || t.typanalyze end,
      'internallength = ' || case when t.typlen = -1 then 'variable' else t.typlen::text end,
      case when t.typbyval then 'passedbyvalue' end,
      'alignment = ' || case t.typalign when 'c' then 'char' when 's' then 'int2' when 'i' then 'int4' else 'double' end,
      'storage = ' || case t.typstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end,
      'category = ' || quote_literal(t.typcategory::text),
      case when t.typispreferred then 'preferred = true' end,
      'default = ' || quote_literal(t.typdefault),
      case when t.typdelim <> ',' then 'delimiter = ' || quote_literal(t.typdelim::text) end,
      case when t.typcollation <> 0 then 'collatable = true' end)
  end as definition,
  (select nullif(concat_ws(', ',
      (select 'subtype_opclass = ' || quote_ident(cn.nspname) || '.' || quote_ident(c.opcname)
       from pg_opclass c join pg_namespace cn on cn.oid = c.opcnamespace where c.oid = r.rngsubopc and not c.opcdefault),
      (select 'collation = ' || quote_ident(cn.nspname) || '.' || quote_ident(l.collname)
       from pg_collation l
       join pg_namespace cn on cn.oid = l.collnamespace
       join pg_type b on b.oid = r.rngsubtype
       where l.oid = r.rngcollation and r.rngcollation <> b.typcollation),
      case when r.rngcanonical <> 0 then 'canonical = ' || r.rngcanonical end,
      case when r.rngsubdiff <> 0 then 'subtype_diff = ' || r.rngsubdiff end,
      (select 'multirange_type_name = ' || quote_ident(mn.nspname) || '.' || quote_ident(m.typname)
       from pg_type m join pg_namespace mn on mn.oid = m.typnamespace
       where m.oid = r.rngmultitypid
         and m.typname <> case when t.typname like '%range%' then regexp_replace(t.typname, 'range', 'multirange')
                               else left(t.typname, 52) || '_multirange' end)), '')
   from pg_range r where r.rngtypid = t.oid) as "range options",
  (select quote_ident(cn.nspname) || '.' || quote_ident(l.collname)
   from pg_collation l
   join pg_namespace cn on cn.oid = l.collnamespace
   join pg_type b on b.oid = t.typbasetype
   where t.typtype = 'd' and l.oid = t.typcollation and t.typcollation <> b.typcollation) as collation,
  case when t.typtype = 'd' then case when t.typnotnull then 'not null' else 'null' end end as nullability,
  case when t.typtype = 'd' then t.typdefault end as "default",
  (select string_agg('constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid), E'\n' order by k.conname)
   from pg_constraint k where k.contypid = t.oid and k.contype = 'c') as checks,
  (select string_agg(quote_ident(k.conname) || ': ' || quote_literal(d.description), E'\n' order by k.conname)
   from pg_constraint k
   join pg_description d on d.objoid = k.oid and d.classoid = 'pg_constraint'::regclass
   where k.contypid = t.oid and k.contype = 'c') as "check comments",
  (select string_agg(quote_ident(a.attname) || ': ' || quote_literal(d.description), E'\n' order by a.attnum)
   from pg_attribute a
   join pg_description d on d.objoid = a.attrelid and d.classoid = 'pg_class'::regclass and d.objsubid = a.attnum
   where t.typtype = 'c' and a.attrelid = t.typrelid and not a.attisdropped) as "attribute comments",
  obj_description(t.oid, 'pg_type') as comment
from pg_type t
join pg_namespace n on n.oid = t.typnamespace
where (t.typtype in ('e', 'd', 'r') or t.typtype = 'b' and t.typcategory <> 'A' and t.typisdefined
    or t.typtype = 'c' and exists (select 1 from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
  and n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = t.oid and e.classid = 'pg_type'::regclass and e.deptype = 'e')

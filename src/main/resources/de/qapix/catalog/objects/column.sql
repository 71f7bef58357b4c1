-- Columns, in the table's order.
select
  quote_ident(n.nspname) as schema,
  quote_ident(c.relname) as "table",
  quote_ident(a.attname) as name,
  format_type(a.atttypid, a.atttypmod) as type,
  case when a.attnotnull then 'not null' else 'null' end as nullability,
  case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end as "default",
  case a.attgenerated when 's' then pg_get_expr(d.adbin, d.adrelid) || ' stored'
    when 'v' then pg_get_expr(d.adbin, d.adrelid) || ' virtual' end as generated,
  -- That of a partition is its parent's; before version 17 a partition has none.
  case when not c.relispartition then case a.attidentity when 'a' then 'always' when 'd' then 'by default' end end as identity,
  (select nullif(concat_ws(' ',
       case when s.seqstart <> case when s.seqincrement > 0 then s.seqmin else s.seqmax end then 'start with ' || s.seqstart end,
       case when s.seqincrement <> 1 then 'increment by ' || s.seqincrement end,
       case when s.seqmin <> case when s.seqincrement > 0 then 1 else b.lowest end then 'minvalue ' || s.seqmin end,
       case when s.seqmax <> case when s.seqincrement > 0 then -1 - b.lowest else -1 end then 'maxvalue ' || s.seqmax end,
       case when s.seqcache <> 1 then 'cache ' || s.seqcache end,
       case when s.seqcycle then 'cycle' end), '')
   from pg_depend o
   join pg_sequence s on s.seqrelid = o.objid
   cross join lateral (select case s.seqtypid when 'int2'::regtype then -32768 when 'int4'::regtype then -2147483648
                                else -9223372036854775808 end as lowest) as b
   where a.attidentity <> '' and not c.relispartition and o.refobjid = c.oid and o.refobjsubid = a.attnum and o.deptype = 'i'
     and o.classid = 'pg_class'::regclass and o.refclassid = 'pg_class'::regclass) as "identity sequence",
  (select quote_ident(sn.nspname) || '.' || quote_ident(i.relname)
   from pg_depend o
   join pg_class i on i.oid = o.objid
   join pg_namespace sn on sn.oid = i.relnamespace
   where a.attidentity <> '' and o.refobjid = c.oid and o.refobjsubid = a.attnum and o.deptype = 'i'
     and o.classid = 'pg_class'::regclass and o.refclassid = 'pg_class'::regclass) as "identity sequence name",
  (select quote_ident(cn.nspname) || '.' || quote_ident(l.collname)
   from pg_collation l
   join pg_namespace cn on cn.oid = l.collnamespace
   join pg_type t on t.oid = a.atttypid
   where l.oid = a.attcollation and a.attcollation <> t.typcollation) as collation,
  (select case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end
   from pg_type t
   where t.oid = a.atttypid and a.attstorage <> t.typstorage) as storage,
  -- Version 13 has no such column; there the name means that of before_14.
  case (select attcompression from (select a.*) as attribute) when 'p' then 'pglz' when 'l' then 'lz4' end as compression,
  nullif(a.attstattarget, -1) as "statistics target",
  (select string_agg(o, ', ' order by o) from unnest(a.attoptions) as o) as "attribute options",
  (select string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' order by o.option_name)
   from pg_options_to_table(a.attfdwoptions) o) as options,
  -- Since version 18 it has a name of its own, and can be without the rows that are there.
  -- The server numbers names that are taken, and a former partition keeps that of its parent.
  (select nullif(concat_ws(' ',
       case when not starts_with(reverse(regexp_replace(k.conname, '\d+$', '')), reverse('_' || a.attname || '_not_null')) and k.conislocal then 'constraint ' || quote_ident(k.conname) end,
       case when k.connoinherit then 'no inherit' end,
       case when not k.convalidated then 'not valid' end), '')
   from pg_constraint k
   where k.conrelid = c.oid and k.contype = 'n' and k.conkey = array[a.attnum]) as "not null constraint",
  (select obj_description(k.oid, 'pg_constraint') from pg_constraint k
   where k.conrelid = c.oid and k.contype = 'n' and k.conkey = array[a.attnum]) as "not null comment",
  col_description(c.oid, a.attnum) as comment
from pg_attribute a
join pg_class c on c.oid = a.attrelid
join pg_namespace n on n.oid = c.relnamespace
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
cross join (select null::"char" as attcompression) as before_14
where a.attnum > 0
  and not a.attisdropped
  and c.relkind in ('r', 'p', 'f', 'v', 'm')
  and n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = c.oid and e.classid = 'pg_class'::regclass and e.deptype = 'e')
order by c.oid, a.attnum

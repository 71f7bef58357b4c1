-- Publications; before version 15 they had neither schemas, lists of columns nor conditions.
select
  '' as schema,
  '' as "table",
  quote_ident(p.pubname) as name,
  case when p.puballtables then 'all tables' end as scope,
  (select string_agg(quote_ident(n.nspname) || '.' || quote_ident(c.relname)
            || coalesce((select ' (' || string_agg(quote_ident(a.attname), ', ' order by a.attnum) || ')'
                         from pg_attribute a
                         where a.attrelid = c.oid
                           and a.attnum = any ((select prattrs from pg_publication_rel i where i.oid = r.oid)::smallint[])), '')
            || coalesce(' where ' || (select pg_get_expr(prqual, c.oid) from pg_publication_rel i where i.oid = r.oid), ''),
            E'\n' order by n.nspname, c.relname)
   from pg_publication_rel r
   join pg_class c on c.oid = r.prrelid
   join pg_namespace n on n.oid = c.relnamespace
   where r.prpubid = p.oid) as tables,
  (select string_agg(quote_ident(n.nspname), ', ' order by n.nspname)
   from pg_depend d
   join pg_depend s on s.classid = d.classid and s.objid = d.objid and s.refclassid = 'pg_namespace'::regclass
   join pg_namespace n on n.oid = s.refobjid
   where d.refclassid = 'pg_publication'::regclass and d.refobjid = p.oid
     and d.classid = to_regclass('pg_publication_namespace')) as schemas,
  concat_ws(', ',
    'publish = ' || quote_literal(concat_ws(', ', case when p.pubinsert then 'insert' end, case when p.pubupdate then 'update' end,
      case when p.pubdelete then 'delete' end, case when p.pubtruncate then 'truncate' end)),
    'publish_via_partition_root = ' || p.pubviaroot,
    case to_jsonb(p) ->> 'pubgencols' when 's' then 'publish_generated_columns = stored' end) as options,
  obj_description(p.oid, 'pg_publication') as comment
from pg_publication p
cross join (select null::int2vector as prattrs, null::pg_node_tree as prqual) as before_15
where '' <> all ({0})
  and not exists (select 1 from pg_depend e where e.objid = p.oid and e.classid = 'pg_publication'::regclass and e.deptype = 'e')

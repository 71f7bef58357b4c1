-- What others can lose: each object with what it is called and what of it somebody may rely on. "home" is the table or type
-- that it belongs to, "parent" the partitioned table; members of extensions go and come with these.
select object.* from (
with own as materialized (
  select schema.oid, schema.nspname
  from pg_catalog.pg_namespace as schema
  where schema.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    and schema.nspname !~ '^pg_(toast_)?temp_'
),
member as materialized (
  select held.classid, held.objid from pg_catalog.pg_depend as held where held.deptype = 'e'
),
relation as materialized (
  select class.*, own.nspname
  from pg_catalog.pg_class as class
  join own on own.oid = class.relnamespace
  where class.relkind in ('r', 'p', 'f', 'v', 'm', 'S', 'c')
    and class.oid not in (select objid from member where classid = 'pg_catalog.pg_class'::regclass)
)
select 'SCHEMA' as kind, own.oid::bigint, 0 as sub, 0::bigint as home, 0::bigint as parent, 0::bigint as namespace,
  own.nspname::text as schema, own.nspname::text as name, false as visible, '' as identity, '' as keys, '' as type,
  false as required, false as filled
from own
union all
select case relation.relkind when 'v' then 'VIEW' when 'm' then 'VIEW' when 'S' then 'OBJECT' when 'f' then 'OBJECT'
    when 'c' then 'TYPE' else 'TABLE' end,
  relation.oid::bigint, 0, 0,
  coalesce((select min(up.inhparent::bigint) from pg_catalog.pg_inherits as up where up.inhrelid = relation.oid), 0),
  relation.relnamespace::bigint, relation.nspname, relation.relname, pg_catalog.pg_table_is_visible(relation.oid),
  '', '', '', relation.relrowsecurity, exists (
    select from pg_catalog.pg_partitioned_table as divided where divided.partrelid = relation.oid and divided.partdefid <> 0)
from relation
where relation.relkind <> 'S'
  or not exists (
    select from pg_catalog.pg_depend as held
    where held.classid = 'pg_catalog.pg_class'::regclass and held.objid = relation.oid and held.deptype in ('a', 'i'))
union all
select 'COLUMN', relation.oid::bigint, attribute.attnum, relation.oid::bigint, attribute.attinhcount, relation.relnamespace::bigint,
  relation.nspname, attribute.attname, false, '', '', pg_catalog.concat_ws(' ', attribute.atttypid, attribute.atttypmod, attribute.attcollation),
  attribute.attnotnull, attribute.atthasdef or attribute.attidentity <> ''
from relation
join pg_catalog.pg_attribute as attribute on attribute.attrelid = relation.oid
where relation.relkind in ('r', 'p', 'c')
  and attribute.attnum > 0
  and not attribute.attisdropped
union all
select 'CONSTRAINT', rule.oid::bigint, 0,
  case when rule.conrelid <> 0 then rule.conrelid else rule.contypid end::bigint,
  rule.confrelid::bigint, rule.connamespace::bigint, own.nspname, rule.conname, false, '',
  pg_catalog.array_to_string(rule.conkey, ','), rule.contype::text, false, false
from pg_catalog.pg_constraint as rule
join own on own.oid = rule.connamespace
where rule.contype in ('c', 'f', 'p', 'u', 'x')
  and rule.conparentid = 0
  and rule.coninhcount = 0
union all
select 'INDEX', index.indexrelid::bigint, 0, index.indrelid::bigint, 0, class.relnamespace::bigint, own.nspname,
  class.relname, pg_catalog.pg_table_is_visible(class.oid), '',
  case when index.indpred is null and index.indisvalid
    then pg_catalog.array_to_string((index.indkey::int2[])[0 : index.indnkeyatts - 1], ',') else '' end,
  '',
  index.indisunique and not exists (
    select from pg_catalog.pg_constraint as rule where rule.conindid = index.indexrelid and rule.contype in ('p', 'u', 'x')),
  false
from pg_catalog.pg_index as index
join pg_catalog.pg_class as class on class.oid = index.indexrelid
join own on own.oid = class.relnamespace
where not class.relispartition
union all
select case type.typtype when 'd' then 'DOMAIN' else 'TYPE' end, type.oid::bigint, 0, 0, 0, type.typnamespace::bigint,
  own.nspname, type.typname, pg_catalog.pg_type_is_visible(type.oid), '', '', '', false, false
from pg_catalog.pg_type as type
join own on own.oid = type.typnamespace
where type.typtype in ('d', 'e', 'r')
  and type.oid not in (select objid from member where classid = 'pg_catalog.pg_type'::regclass)
union all
select 'VALUE', value.oid::bigint, 0, value.enumtypid::bigint, 0, type.typnamespace::bigint, own.nspname,
  value.enumlabel, false, '', '', pg_catalog.format_type(type.oid, null), false, false
from pg_catalog.pg_enum as value
join pg_catalog.pg_type as type on type.oid = value.enumtypid
join own on own.oid = type.typnamespace
union all
select 'OBJECT', routine.oid::bigint, 0, 0, 0, routine.pronamespace::bigint, own.nspname, routine.proname,
  pg_catalog.pg_function_is_visible(routine.oid), pg_catalog.pg_get_function_identity_arguments(routine.oid), '', '',
  false, false
from pg_catalog.pg_proc as routine
join own on own.oid = routine.pronamespace
where routine.oid not in (select objid from member where classid = 'pg_catalog.pg_proc'::regclass)
union all
select 'TRIGGER', trigger.oid::bigint, 0, trigger.tgrelid::bigint, 0, 0, relation.nspname, trigger.tgname, false, '', '',
  '', trigger.tgenabled <> 'D', false
from pg_catalog.pg_trigger as trigger
join relation on relation.oid = trigger.tgrelid
where not trigger.tgisinternal
  and trigger.tgparentid = 0
union all
select 'POLICY', policy.oid::bigint, 0, policy.polrelid::bigint, 0, 0, relation.nspname, policy.polname, false, '', '', '',
  false, false
from pg_catalog.pg_policy as policy
join relation on relation.oid = policy.polrelid
union all
select 'EXTENSION', extension.oid::bigint, 0, 0, 0, 0, '', extension.extname, true, '', '', '', false, false
from pg_catalog.pg_extension as extension
where extension.extname <> 'plpgsql'
) as object

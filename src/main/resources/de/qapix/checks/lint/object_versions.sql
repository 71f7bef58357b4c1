-- "oid part version" of all rows of the catalog that objects.sql reads, in one text: what differs has to be read again.
with own as materialized (
  select schema.oid, schema.xmin
  from pg_catalog.pg_namespace as schema
  where schema.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    and schema.nspname !~ '^pg_(toast_)?temp_'
),
relation as materialized (
  select class.oid, class.xmin, class.relkind
  from pg_catalog.pg_class as class
  join own on own.oid = class.relnamespace
  where class.relkind in ('r', 'p', 'f', 'v', 'm', 'S', 'c')
),
seen (oid, part, version) as (
  select own.oid, 0, own.xmin from own
  union all
  select relation.oid, 0, relation.xmin from relation
  union all
  select relation.oid, attribute.attnum, attribute.xmin
  from relation
  join pg_catalog.pg_attribute as attribute on attribute.attrelid = relation.oid
  where relation.relkind in ('r', 'p', 'c') and attribute.attnum > 0 and not attribute.attisdropped
  union all
  select rule.oid, 0, rule.xmin from pg_catalog.pg_constraint as rule join own on own.oid = rule.connamespace
  union all
  select index.indexrelid, 1, index.xmin
  from pg_catalog.pg_index as index
  join pg_catalog.pg_class as class on class.oid = index.indexrelid
  join own on own.oid = class.relnamespace
  union all
  select class.oid, 0, class.xmin
  from pg_catalog.pg_class as class
  join own on own.oid = class.relnamespace
  where class.relkind in ('i', 'I')
  union all
  select type.oid, 0, type.xmin
  from pg_catalog.pg_type as type
  join own on own.oid = type.typnamespace
  where type.typtype in ('d', 'e', 'r')
  union all
  select value.oid, 0, value.xmin
  from pg_catalog.pg_enum as value
  union all
  select routine.oid, 0, routine.xmin from pg_catalog.pg_proc as routine join own on own.oid = routine.pronamespace
  union all
  select trigger.oid, 0, trigger.xmin
  from pg_catalog.pg_trigger as trigger
  where not trigger.tgisinternal
  union all
  select policy.oid, 0, policy.xmin from pg_catalog.pg_policy as policy
  union all
  select extension.oid, 0, extension.xmin from pg_catalog.pg_extension as extension
)
select pg_catalog.string_agg(seen.oid || ' ' || seen.part || ' ' || seen.version, ',') from seen

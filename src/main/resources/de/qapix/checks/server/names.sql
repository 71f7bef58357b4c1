-- The names of functions, the grammar's own among them, and of types.
select 'function', proname::text, quote_ident(proname) from pg_proc
union
select 'function', name, name from unnest('{coalesce,greatest,least,nullif,grouping}'::text[]) name
union
select 'type', typname::text, quote_ident(typname) from pg_type where typname !~ '^_'
order by 1, 2

-- The names of functions and of types.
select 'function', proname::text, quote_ident(proname) from pg_proc
union
select 'type', typname::text, quote_ident(typname) from pg_type where typname !~ '^_'
order by 1, 2

-- User mappings; whoever may not see the options of one sees none. No secret leaves the server.
select
  '' as schema,
  '' as "table",
  'for ' || case when m.umuser = 0 then 'public' else quote_ident(m.usename) end || ' server ' || quote_ident(m.srvname) as name,
  (select string_agg(quote_ident(o.option_name) || ' '
            || case when o.option_name ~* '(password|passwd|pwd|secret|token|key|credential)' then '***' else quote_literal(o.option_value) end,
            ', ' order by o.option_name)
   from pg_options_to_table(m.umoptions) o) as options
from pg_user_mappings m
where '' <> all ({0})

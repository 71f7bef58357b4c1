-- A stand-in for Supabase's vault, whose schema is that of the platform where there is one.
create schema if not exists vault;

-- A stand-in for file_fdw: tables can be declared, no file is read.
create foreign data wrapper file_fdw;
grant usage on foreign data wrapper file_fdw to public;

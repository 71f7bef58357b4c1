-- Each block is a change of the database in shop.sql, below the differences that it makes.

-- drift/schema-extra other
create schema other;

-- drift/schema-comment shop
comment on schema shop is 'What was sold';

-- drift/schema-missing "Old Shop"
drop schema "Old Shop" cascade;

-- drift/type-labels shop.status
alter type shop.status add value 'paid in part' before 'paid';

-- drift/type-labels shop.colour
alter type shop.colour rename value 'red' to 'rot';

-- drift/type-extra shop.size
create type shop.size as enum ('s', 'm', 'l');

-- drift/type-missing shop.weight
drop type shop.weight;

-- drift/type-comment shop.status
comment on type shop.status is null;

-- drift/type-checks shop.email
alter domain shop.email drop constraint not_too_long;

-- drift/type-default shop.email
alter domain shop.email set default 'somebody@example.org';

-- drift/type-nullability shop.email
alter domain shop.email drop not null;

-- drift/type-nullability shop.percent
alter domain shop.percent set not null;

-- drift/type-definition shop.address
alter type shop.address add attribute country text;

-- drift/table-extra shop.supplier
create table shop.supplier (id bigint generated always as identity primary key, name text unique);

-- drift/table-missing shop.item
drop table shop.item;

-- drift/table-missing shop.basket
drop table shop.basket;

-- drift/table-persistence shop.basket
alter table shop.basket set logged;

-- drift/table-comment shop.customer
comment on table shop.customer is 'Who bought';

-- drift/table-row-security shop.item
alter table shop.item enable row level security;

-- drift/table-forced-row-security shop.customer
alter table shop.customer force row level security;

-- drift/table-storage-parameters shop."order"
alter table shop."order" set (fillfactor = 70, autovacuum_enabled = false);

-- drift/table-replica-identity shop.item
alter table shop.item replica identity full;

-- drift/table-definition shop.young
create or replace view shop.young as select id, name from shop.customer where born > date '2001-01-01' with local check option;

-- drift/table-definition shop.open_order
create or replace view shop.open_order as
  select o.id, o.number, c.name, o.gross, o.net
  from shop."order" o join shop.customer c on c.id = o.customer where o.status <> 'sent';

-- drift/table-definition shop.young
drop view shop.young;
create view shop.young with (check_option = local) as select name, id from shop.customer where born > date '2000-01-01';

-- drift/table-storage-parameters shop.open_sum
alter view shop.open_sum set (security_invoker = true);

-- drift/table-missing shop.open_sum
drop view shop.open_sum;

-- drift/table-type shop.young
drop view shop.young;
create table shop.young (id bigint, name varchar(40));

-- drift/table-definition shop.per_day
drop materialized view shop.per_day;
create materialized view shop.per_day as
  select date_trunc('day', changed_at) as day, count(*) as orders from shop."order" where status = 'paid' group by 1;
create unique index per_day_day on shop.per_day (day);

-- drift/table-missing shop.per_day
drop materialized view shop.per_day;

-- drift/table-extra shop.visit_2026
create table shop.visit_2026 partition of shop.visit for values from ('2026-01-01') to ('2027-01-01');

-- drift/table-missing shop.visit_2024
drop table shop.visit_2024;

-- drift/table-parent shop.visit_2025
alter table shop.visit detach partition shop.visit_2025;

-- drift/table-parent shop.book
alter table shop.book no inherit shop.thing;

-- drift/table-extra shop.magazine
create table shop.magazine (issue integer) inherits (shop.thing);

-- drift/column-extra shop.customer.phone
alter table shop.customer add column phone text;

-- drift/column-extra shop.customer.points
alter table shop.customer add column points integer not null default 5;

-- drift/column-missing shop.item.colour
alter table shop.item drop column colour;

-- drift/column-missing shop.customer.home
alter table shop.customer drop column home;

-- drift/column-type shop.item.amount
alter table shop.item alter column amount type bigint;

-- drift/column-type shop.basket.filled
alter table shop.basket alter column filled type text;

-- drift/column-type shop."order".created_at
alter table shop."order" alter column created_at type timestamptz;

-- drift/column-type shop.item."position"
alter table shop.item alter column position type integer;

-- drift/column-nullability shop.customer.name
alter table shop.customer alter column name drop not null;

-- drift/column-nullability shop.customer.born
alter table shop.customer alter column born set not null;

-- drift/column-default shop.customer.rate
alter table shop.customer alter column rate set default 7;

-- drift/column-default shop."order".tags
alter table shop."order" alter column tags drop default;

-- drift/column-generated shop."order".net
alter table shop."order" alter column net drop expression;

-- drift/column-generated shop."order".net
alter table shop."order" drop column net;
alter table shop."order" add column net numeric generated always as (shop.net(gross, 7)) stored;

-- drift/column-identity shop.customer.id
alter table shop.customer alter column id set generated by default;

-- drift/column-identity shop.customer.id
alter table shop.customer alter column id drop identity;

-- drift/column-identity-sequence shop."order".id
alter table shop."order" alter column id set increment by 1;

-- drift/column-collation shop.customer.note
alter table shop.customer alter column note type text;

-- drift/column-storage shop.item.product
alter table shop.item alter column product set storage external;

-- drift/column-comment shop.customer.name
comment on column shop.customer.name is 'As on the door';

-- drift/column-comment shop.open_order.gross
comment on column shop.open_order.gross is null;

-- drift/column-extra shop.visit.browser
alter table shop.visit add column browser text;

-- drift/column-missing shop.visit.seconds
-- drift/constraint-missing shop.visit.visit_seconds_check
alter table shop.visit drop column seconds;

-- drift/column-type shop.visit.seconds
alter table shop.visit alter column seconds type bigint;

-- drift/column-nullability shop.visit.customer
alter table shop.visit alter column customer set not null;

-- drift/column-default shop.visit.page
alter table shop.visit alter column page set default '/start';

-- drift/column-default shop.visit_2024.page
alter table shop.visit_2024 alter column page set default '/2024';

-- drift/column-type shop.thing.label
-- drift/constraint-definition shop.thing.thing_label
alter table shop.thing alter column label type varchar(80);

-- drift/constraint-missing shop.item.item_pkey
alter table shop.item drop constraint item_pkey;

-- drift/constraint-missing shop.customer.customer_name_born
alter table shop.customer drop constraint customer_name_born;

-- drift/constraint-definition shop.customer.customer_score
alter table shop.customer drop constraint customer_score;
alter table shop.customer add constraint customer_score check (score between 0 and 1000);
comment on constraint customer_score on shop.customer is 'In points';

-- drift/constraint-extra shop.item.item_amount_max
alter table shop.item add constraint item_amount_max check (amount < 1000) not valid;

-- drift/constraint-definition shop."order".order_customer
alter table shop."order" drop constraint order_customer;
alter table shop."order" add constraint order_customer foreign key (customer) references shop.customer (id) on delete cascade;

-- drift/constraint-missing shop.item.item_order_fkey
alter table shop.item drop constraint item_order_fkey;

-- drift/constraint-missing shop."order".order_duration
alter table shop."order" drop constraint order_duration;

-- drift/constraint-type shop.customer.customer_name_born
alter table shop.customer drop constraint customer_name_born;
alter table shop.customer add constraint customer_name_born check (name <> '' or born is null);

-- drift/constraint-comment shop.customer.customer_score
comment on constraint customer_score on shop.customer is 'In percent';

-- drift/constraint-extra shop.visit.visit_page
alter table shop.visit add constraint visit_page check (page like '/%');

-- drift/constraint-missing shop.visit.visit_customer_fkey
alter table shop.visit drop constraint visit_customer_fkey;

-- drift/constraint-extra shop.visit_2024.visit_first
alter table shop.visit_2024 add constraint visit_first check (id < 1000000);

-- drift/constraint-missing shop.thing.thing_label
alter table shop.thing drop constraint thing_label;

-- drift/index-missing shop."order".order_new
drop index shop.order_new;

-- drift/index-extra shop.item.item_product
create index item_product on shop.item (product);

-- drift/index-definition shop."order".order_customer_idx
drop index shop.order_customer_idx;
create index order_customer_idx on shop."order" (customer, created_at) include (gross);

-- drift/index-definition shop."order".order_number
drop index shop.order_number;
create index order_number on shop."order" (number);

-- drift/index-comment shop."order".order_new
comment on index shop.order_new is 'For the evening';

-- drift/index-extra shop.visit.visit_day
create index visit_day on shop.visit (day);

-- drift/index-missing shop.visit.visit_page
drop index shop.visit_page;

-- drift/index-missing shop.per_day.per_day_day
drop index shop.per_day_day;

-- drift/sequence-definition shop.invoice_number
alter sequence shop.invoice_number increment 1 no cycle;

-- drift/sequence-owner shop.invoice_number
alter sequence shop.invoice_number owned by none;

-- drift/sequence-missing shop.loose
drop sequence shop.loose;

-- drift/sequence-extra shop.other
create sequence shop.other as smallint cache 5;

-- drift/sequence-comment shop.invoice_number
comment on sequence shop.invoice_number is null;

-- drift/function-definition shop.net(numeric, numeric)
create or replace function shop.net(gross numeric, rate numeric default 19) returns numeric
  language sql immutable as $$ select round(gross / (1 + rate / 100), 3) $$;

-- drift/function-definition shop.forget(integer)
drop procedure shop.forget;
create procedure shop.forget(weeks integer) language sql as $$ select weeks $$;

-- drift/function-type shop.forget(integer)
drop procedure shop.forget;
create function shop.forget(days integer) returns integer language sql as $$ select days $$;

-- drift/function-extra shop.net(text)
create function shop.net(text) returns text language sql as $$ select $1 $$;

-- drift/function-missing shop.product(numeric)
drop aggregate shop.product(numeric);

-- drift/function-comment shop.net(numeric, numeric)
comment on function shop.net is 'With tax';

-- drift/trigger-missing shop."order".touch
drop trigger touch on shop."order";

-- drift/trigger-definition shop."order".touch
create or replace trigger touch before update of gross on shop."order" for each row execute function shop.touch();

-- drift/trigger-extra shop.customer.touch
create trigger touch after delete on shop.customer for each row execute function shop.touch();

-- drift/trigger-state shop.item.quiet
alter table shop.item enable always trigger quiet;

-- drift/trigger-comment shop."order".touch
comment on trigger touch on shop."order" is 'Keeps the time';

-- drift/trigger-missing shop.visit.visit_touch
drop trigger visit_touch on shop.visit;

-- drift/policy-missing shop.customer.own
drop policy own on shop.customer;

-- drift/policy-definition shop.customer.all_of_them
alter policy all_of_them on shop.customer to public;

-- drift/policy-extra shop.item.cheap
create policy cheap on shop.item for insert with check (amount < 10);

-- drift/rule-missing shop.basket.no_delete
drop rule no_delete on shop.basket;

-- drift/rule-definition shop.basket.no_delete
create or replace rule no_delete as on delete to shop.basket where not old.filled do instead nothing;

-- drift/table-partition-bound shop.visit_2024
alter table shop.visit detach partition shop.visit_2024;
alter table shop.visit attach partition shop.visit_2024 for values from ('2023-01-01') to ('2025-01-01');

-- drift/table-privileges shop.visit
grant select, delete on shop.visit to pg_monitor;

-- drift/table-privileges shop.item
revoke grant option for select on shop.item from pg_monitor;

-- drift/table-privileges shop.open_sum
grant select on shop.open_sum to public;

-- drift/column-privileges shop.customer.name
revoke select (name) on shop.customer from pg_monitor;

-- drift/column-privileges shop.item.product
grant update (product) on shop.item to public;

-- drift/schema-privileges shop
grant usage on schema shop to pg_monitor;

-- drift/sequence-privileges shop.loose
grant usage on sequence shop.loose to pg_monitor;

-- drift/function-privileges shop.net(numeric, numeric)
grant execute on function shop.net(numeric, numeric) to pg_monitor;

-- drift/type-privileges shop.email
revoke usage on domain shop.email from public;

-- drift/server-privileges shop_server
grant usage on foreign server shop_server to pg_monitor;

-- drift/default-privileges-privileges shop.sequences
alter default privileges in schema shop grant usage on sequences to pg_monitor;

-- drift/default-privileges-missing shop.sequences
alter default privileges in schema shop revoke select on sequences from pg_monitor;

-- drift/default-privileges-extra functions
alter default privileges revoke execute on functions from public;

-- drift/table-owning-role shop.basket
alter table shop.basket owner to pg_monitor;

-- drift/function-owning-role shop.net(numeric, numeric)
alter function shop.net(numeric, numeric) owner to pg_monitor;

-- drift/type-owning-role shop.colour
alter type shop.colour owner to pg_monitor;

-- drift/collation-definition shop.phone_book
drop collation shop.phone_book; create collation shop.phone_book (provider = icu, locale = 'sv');

-- drift/conversion-missing shop.from_latin
drop conversion shop.from_latin;

-- drift/cast-definition (shop.status as shop.colour)
drop cast (shop.status as shop.colour); create cast (shop.status as shop.colour) with inout as assignment;

-- drift/operator-estimators shop.=~~ (text, shop.colour)
alter operator shop.=~~ (text, shop.colour) set (restrict = eqsel);

-- drift/operator-missing shop.=~~ (text, shop.colour)
drop operator shop.=~~ (text, shop.colour);

-- drift/operator-family-members shop.numbers using btree
alter operator family shop.numbers using btree add operator 1 < (integer, bigint), function 1 (integer, bigint) btint48cmp(integer, bigint);

-- drift/operator-class-missing shop.up using btree
drop operator class shop.up using btree;

-- drift/operator-class-comment shop.up using btree
comment on operator class shop.up using btree is 'Ascending';

-- drift/text-search-dictionary-options shop.words
alter text search dictionary shop.words (stopwords);

-- drift/text-search-configuration-mappings shop.german
alter text search configuration shop.german alter mapping for word with simple;

-- drift/statistics-definition shop."order".order_both
drop statistics shop.order_both; create statistics shop.order_both (ndistinct) on status, customer from shop."order";

-- drift/statistics-statistics-target shop."order".order_both
alter statistics shop.order_both set statistics 50;

-- drift/foreign-data-wrapper-options shop_data
alter foreign data wrapper shop_data options (set debug 'true', add trace 'it''s');

-- drift/server-options shop_server
alter server shop_server options (set host 'two', drop port);

-- drift/server-version shop_server
alter server shop_server version '2';

-- drift/user-mapping-options for public server shop_server
alter user mapping for public server shop_server options (set "user" 'you');

-- drift/table-options shop.remote
alter foreign table shop.remote options (set table_name 's');

-- drift/column-options shop.remote.id
alter foreign table shop.remote alter id options (set column_name 'number');

-- drift/table-missing shop.remote
drop foreign table shop.remote;

-- drift/language-missing shop_language
drop language shop_language;

-- drift/access-method-comment shop_method
comment on access method shop_method is 'A tree';

-- drift/publication-tables shop_changes
alter publication shop_changes set table shop.thing where (id > 0);

-- drift/publication-options shop_changes
alter publication shop_changes set (publish = 'insert');

-- drift/event-trigger-state shop_watch
alter event trigger shop_watch enable;

-- drift/event-trigger-missing shop_watch
drop event trigger shop_watch;

-- drift/function-aggregate shop.product(numeric)
create or replace aggregate shop.product(numeric) (sfunc = numeric_mul, stype = numeric, initcond = '2');

-- drift/type-range-options shop.weight
drop type shop.weight; create type shop.weight as range (subtype = numeric, multirange_type_name = shop.weights);

-- drift/type-check-comments shop.email
comment on constraint has_at on domain shop.email is 'An address';

-- drift/type-attribute-comments shop.address
comment on column shop.address.street is 'With its number';

-- drift/sequence-persistence shop.loose
alter sequence shop.loose set unlogged;

-- drift/column-statistics-target shop.customer.name
alter table shop.customer alter name set statistics 500;

-- drift/column-attribute-options shop.customer.name
alter table shop.customer alter name set (n_distinct = -0.5);

-- drift/table-toast-parameters shop.customer
alter table shop.customer set (toast.autovacuum_enabled = false);

-- drift/index-clustered shop."order".order_number
alter table shop."order" cluster on order_number;

-- drift/index-statistics-targets shop."order".order_new
alter index shop.order_new alter column 1 set statistics 300;

-- drift/constraint-storage-parameters shop.customer.customer_name_born
alter index shop.customer_name_born set (fillfactor = 60);

-- drift/rule-state shop.basket.no_delete
alter table shop.basket disable rule no_delete;

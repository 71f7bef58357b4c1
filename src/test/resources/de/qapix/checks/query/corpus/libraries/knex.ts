// Knex (https://knexjs.org/guide/raw): ? and :name are values, ?? and :name: are identifiers, \\? is a question mark
import createKnex from 'knex';

export const knex = createKnex({ client: 'pg', connection: process.env.DATABASE_URL });

// snippet: positional value
export const byStatus = (status: string) => knex.raw('select "id", "title" from "Deal" where "status" = ?', [status]);

// snippet: a single value without array
export const single = (id: string) => knex.raw('select * from "Lead" where "id" = ?', id);

// snippet: positional identifier and value
export const identifierAndValue = () => knex.raw('select ?? from ?? where ?? = ?', ['Lead.fullName', 'Lead', 'Lead.email', 'a@example.com']);

// snippet: identifiers as a list
export const listOfNames = () => knex.raw('select ?? from ??', [['id', 'displayName', 'teamId'], 'User']);

// snippet: named values
export const named = (from: string, to: string) => knex.raw('select count(*) as "eventCount" from "CalendlyEvent" where "startTime" >= :from and "startTime" < :to', { from, to });

// snippet: named identifiers
export const namedNames = (id: string) => knex.raw('select :column: from :table: where :table:.:key: = :id', { column: 'title', table: 'Deal', key: 'id', id });

// snippet: named value with a cast
export const castNamed = (day: string) => knex.raw('select :day::date as day, count(*) from call_log where started_at::date = :day::date', { day });

// snippet: schema-qualified identifier
export const qualified = () => knex.raw('select count(*) from ??', ['public.CustomActivity']);

// snippet: any of an array
export const anyOf = (ids: string[]) => knex.raw('select "id" from "User" where "id" = any(?)', [ids]);

// snippet: list made by hand
export const inList = (ids: string[]) => knex.raw('select "id" from "User" where "id" in (' + ids.map(() => '?').join(',') + ')', [...ids]);

// snippet: jsonb operator escaped
export const jsonb = (key: string) => knex.raw(`select "id" from "Lead" where "customFields" \\? 'budget' and "customFields" ->> ? is not null`, [key]);

// snippet: raw in the select list
export const inSelect = () => knex('Deal').select('status', knex.raw('sum("amountCents") as "totalCents", count(*)::int as deals')).groupBy('status');

// snippet: whereRaw
export const where = (min: number) => knex('Lead').select('id', 'fullName').whereRaw('"leadScore" >= ?', [min]).andWhereRaw('?? is null', ['deletedAt']);

// snippet: joinRaw, orderByRaw, havingRaw
export const pieces = () =>
  knex('User').select('User.displayName').joinRaw('left join call_log c on c.user_id = "User"."id"').groupByRaw('"User"."id"').havingRaw('count(c.id) > ?', [1]).orderByRaw('count(c.id) desc nulls last');

// snippet: with a raw query
export const withRaw = (owner: string) => knex.with('mine', knex.raw('select "id", "amountCents" from "Deal" where "ownerId" = ?', [owner])).select('*').from('mine');

// snippet: fromRaw and ref
export const fromRaw = () => knex.select(knex.ref('s.leadId'), 's.rank').fromRaw('search_leads(?, 5) as s', ['miller']);

// snippet: transaction
export const inTransaction = () => knex.transaction(async (trx) => {
  await trx.raw('update "Lead" set "ownerId" = null where "ownerId" = ?', ['u1']);
  await trx.raw(`insert into audit_log ("entityType", "entityId") values ('User', :id)`, { id: 'u1' });
});

// snippet: update with raw
export const update = (id: string) => knex('Lead').where({ id }).update({ leadScore: knex.raw('?? + 1', ['leadScore']), updatedAt: knex.fn.now() });

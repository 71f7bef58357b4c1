// postgres.js (https://github.com/porsager/postgres): ${value}, ${sql`fragment`}, ${sql('name')}, ${sql(list or object, …)}
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL!, { transform: { undefined: null } });
export default sql;

// snippet: values
export async function activeUsersSince(day: Date) {
  const users = await sql`
    select "displayName", "lastLoginAt"
    from "User"
    where "isActive" and "lastLoginAt" > ${ day }
  `;
  return users;
}

// snippet: expression as value
export const usersLike = (name: string) => sql`
  select "id", "email" from "User" where "displayName" like ${ name + '%' } and "hourlyRate" > ${ 60 }
`;

// snippet: dynamic columns
export const someColumns = (columns: string[] = ['id', 'email']) => sql`
  select
    ${ sql(columns) }
  from "User"
`;

// snippet: insert of an object, columns named
export async function addTeam(team: { id: string; name: string; timeZone: string }) {
  return sql`
    insert into "Team" ${
      sql(team, 'id', 'name', 'timeZone')
    }
    returning *
  `;
}

// snippet: insert of an object, all its fields
export const addTag = async () => {
  const tag = { label: 'vip' };
  await sql`insert into "Tag" ${ sql(tag) } on conflict do nothing`;
};

// snippet: insert of many rows
export async function addNotes() {
  const notes = [
    { leadId: 'l1', body: 'Called', junk: 1 },
    { leadId: 'l1', body: 'Called again' },
  ];
  await sql`insert into "LeadNote" ${ sql(notes, 'leadId', 'body') }`.catch(ignoreForeignKey);
}

// snippet: update from an object
export async function patchLead(id: string, patch: { email: string; phone: string }) {
  await sql`
    update "Lead" set ${
      sql(patch, 'email', 'phone')
    }
    where "id" = ${ id }
  `;
}

// snippet: many updates in one query
export async function scores() {
  const pairs = [['l1', 10], ['l2', 20]] as const;
  return sql`
    update "Lead" set "leadScore" = (data.score)::int
    from (values ${sql(pairs as any)}) as data (id, score)
    where "Lead"."id" = data.id
    returning "Lead"."id", "Lead"."leadScore"
  `;
}

// snippet: where in
export const inList = (roles = ['a@example.com', 'b@example.com']) => sql`
  select * from "User" where "email" in ${ sql(roles) }
`;

// snippet: a list of values as a row
export const rowOfValues = () => sql`
  select x.a, x.b from (values ${ sql(['one', 'two']) }) as x(a, b)
`;

// snippet: partial query
const withScoreOver = (n: number) => sql`and "leadScore" > ${ n }`;
export const hotOnes = (filter: boolean) => sql`
  select "id", "fullName"
  from "Lead"
  where "deletedAt" is null ${
    filter
      ? withScoreOver(50)
      : sql``
  }
`;

// snippet: optional where
export const maybeOne = (id?: string) => sql`
  select "title", "netCents"
  from "Deal" ${
    id
      ? sql`where "id" = ${ id }`
      : sql``
  }
`;

// snippet: a keyword or function as a fragment
export const touch = (date: Date | null, direction: 'asc' | 'desc' = 'asc') => sql`
  update "CalendlyEvent" set "syncedAt" = ${ date || sql`now()` }
  where "id" = (select "id" from "CalendlyEvent" order by "startTime" ${ direction === 'asc' ? sql`asc` : sql`desc` } limit 1)
`;

// snippet: names of tables and columns
export async function anything(table = 'Pipeline', column = 'name') {
  return sql`select ${ sql(column) } from ${ sql(table) } order by ${ sql(table + '.' + column) }`;
}

// snippet: cursor
export async function eachCall() {
  for await (const [call] of sql`select id, outcome from call_log order by id`.cursor()) {
    if (call?.outcome === 'reached') break;
  }
}

// snippet: arrays and json
export const arraysAndJson = (ids: string[], extra: object) => sql`
  update "Lead" set "customFields" = "customFields" || ${ sql.json(extra as any) }, "tagNames" = ${ ['a', 'b'] }
  where "id" = any(${ ids }) and "tagNames" && ${ sql.array(['vip']) }
`;

// snippet: unsafe
export const unsafeText = (zone: string) => sql.unsafe('select "id", now() at time zone $1 as "localNow" from "Team" where "timeZone" = $2', [zone, zone]);

// snippet: unsafe piece in a template
export const unsafePiece = (dir: 'ASC' | 'DESC') => sql`select "id" from "Deal" order by "amountCents" ${ sql.unsafe(dir) }, ${ sql.unsafe('"createdAt" desc') }`;

// snippet: transaction with savepoint
export async function transfer() {
  return sql.begin('read write', async sql => {
    const [deal] = await sql`update "Deal" set "ownerId" = null where "id" = 'd1' returning "id" as "dealId"`;
    await sql.savepoint(sql => sql`delete from "DealItem" where "dealId" = ${ deal?.dealId ?? 'none' }`);
  });
}

// snippet: copy
export const copyOut = async () => (await sql`
  copy (
    select "firstName", "lastName"
    from "Lead"
    where "leadSource" = 'ads'
  ) to stdout
`.readable()).resume();

function ignoreForeignKey(e: { code?: string }) {
  if (e.code !== '23503') throw e;
}

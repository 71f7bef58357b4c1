import { sql } from './db';

const WORKDAYS = 0b0011111;
const overlap = (from: Date, to: Date) => sql`s."slotRange" && tstzrange(${from}, ${to})`;

export const free = (userId: string, from = new Date(), days = 14) => sql<{ start: Date; end: Date }[]>`
  select lower(s."slotRange") as start, upper(s."slotRange") as "end"
  from "AvailabilitySlot" s
  where s."userId" = ${userId} and ${overlap(from, new Date(+from + days * 864e5))}
  order by 1`;

export async function open(userId: string, start: Date, end: Date, { recurring = false, mask = WORKDAYS } = {}) {
  const [slot] = await sql`
    insert into "AvailabilitySlot" ("userId", "slotRange", "weekdayMask", "isRecurring")
    values (${userId}, tstzrange(${start}, ${end}, '[)'), ${mask}, ${recurring})
    returning "id"
  `;
  return slot?.id;
}

export const close = async (ids: number[]) => (ids.length ? sql`delete from "AvailabilitySlot" where "id" in ${sql(ids)}` : []);

export const onWeekday = (bit: number) => sql`select s."id" from "AvailabilitySlot" s where s."weekdayMask" & ${1 << bit} <> 0`;

export async function hosts(teamId?: string, sortBy: 'displayName' | 'createdAt' = 'displayName') {
  return sql`
    select distinct u."id", u.${sql(sortBy)}
    from "User" u join "AvailabilitySlot" s on s."userId" = u."id"
    where upper(s."slotRange") > now()
      ${teamId === undefined ? sql`` : sql`and u."teamId" = ${teamId}`}
    order by u.${sql(sortBy)} ${sortBy === 'createdAt' ? sql`desc` : sql`asc`}
  `;
}

export async function grid(userId: string, from: string, to: string) {
  return sql`
    select g.hour, count(s."id")::int as slots
    from generate_series(${from}::timestamptz, ${to}::timestamptz, interval '1 hour') as g(hour)
    left join "AvailabilitySlot" s on s."slotRange" @> g.hour and s."userId" = ${userId}
    group by g.hour
    order by g.hour
  `.values();
}

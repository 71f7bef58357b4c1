// Prisma Client (https://www.prisma.io/docs/orm/prisma-client/using-raw-sql)
import { Prisma, PrismaClient } from '@prisma/client';
import { openDealsOfOwner } from '@prisma/client/sql';

const prisma = new PrismaClient();
type User = { id: string; email: string };

// snippet: queryRaw
export const allUsers = async () => {
  const result = await prisma.$queryRaw`SELECT * FROM "User"`;
  return result;
};

// snippet: a value
export const byMail = (email: string) => prisma.$queryRaw<User[]>`SELECT "id", "email" FROM "User" WHERE "email" = ${email}`;

// snippet: Prisma.sql as argument
export const byMailSql = (email: string) => prisma.$queryRaw(Prisma.sql`SELECT * FROM "User" WHERE email = ${email}`);

// snippet: Prisma.join
export async function byIds() {
  const ids = ['u1', 'u3', 'u5'];
  return prisma.$queryRaw`SELECT * FROM "User" WHERE id IN (${Prisma.join(ids)})`;
}

// snippet: Prisma.empty
export async function maybeFiltered(name = '') {
  return prisma.$queryRaw`SELECT * FROM "Lead" ${
    name ? Prisma.sql`WHERE "firstName" = ${name}` : Prisma.empty // Cannot use "" or NULL here!
  }`;
}

// snippet: like with wildcards in the value
export const contains = (part: string) => prisma.$queryRaw`SELECT "id" FROM "Lead" WHERE "companyName" ILIKE ${`%${part}%`}`;

// snippet: cast of a parameter
export const lengths = (n: number) => prisma.$queryRaw`SELECT LENGTH("firstName") AS "nameLength" FROM "Lead" WHERE LENGTH("lastName") = ${n}::integer`;

// snippet: executeRaw
export async function deactivate(before: Date): Promise<number> {
  return prisma.$executeRaw`UPDATE "User" SET "isActive" = ${false} WHERE "lastLoginAt" < ${before}`;
}

// snippet: queryRawUnsafe with parameters
export const unsafeParams = (name: string, min: number) =>
  prisma.$queryRawUnsafe('SELECT * FROM "Lead" WHERE ("firstName" = $1 OR "lastName" = $1) AND "leadScore" > $2', name, min);

// snippet: executeRawUnsafe with a table name
export async function truncateAll() {
  for (const table of ['Tag', 'Team'] as const) {
    await prisma.$executeRawUnsafe(`DELETE FROM "${table}" WHERE "id" IS NULL;`);
  }
}

// snippet: Prisma.raw for a name
export const orderedBy = (column: 'startTime' | 'endTime') => prisma.$queryRaw`SELECT "id" FROM "CalendlyEvent" ORDER BY ${Prisma.raw(`"${column}"`)} DESC`;

// snippet: join of conditions
export async function conditions(ownerId?: string) {
  const where: Prisma.Sql[] = [Prisma.sql`"status" = 'OPEN'`];
  if (ownerId) where.push(Prisma.sql`"ownerId" = ${ownerId}`);
  return prisma.$queryRaw`SELECT count(*) FROM "Deal" WHERE ${Prisma.join(where, ' AND ')}`;
}

// snippet: join with prefix and suffix
export const prefixed = (ids: string[]) => prisma.$queryRaw`SELECT "id" FROM "Deal" WHERE "id" IN ${Prisma.join(ids, ',', '(', ')')}`;

// snippet: rows to insert
export async function insertRows(rows: { label: string }[]) {
  return prisma.$executeRaw`INSERT INTO "Tag" ("label") VALUES ${Prisma.join(rows.map((row) => Prisma.sql`(${row.label})`))}`;
}

// snippet: enum, array and json values
export const typesOfValues = () => prisma.$queryRaw`
  SELECT "id" FROM "User"
  WHERE "role" = ${'ADMIN'}::"UserRole" AND "phoneNumbers" && ${['+49 89 1']} AND "settings" @> ${JSON.stringify({ a: 1 })}::jsonb`;

// snippet: transaction
export const inTransaction = () => prisma.$transaction([
  prisma.$executeRaw`UPDATE "Deal" SET "lostReason" = NULL WHERE "status" <> 'LOST'`,
  prisma.$queryRaw`SELECT count(*)::int AS "lostDeals" FROM "Deal" WHERE "status" = 'LOST'`,
]);

// snippet: new Prisma.Sql by hand
export const byHand = (id: string) => prisma.$queryRaw(new Prisma.Sql(['SELECT "title" FROM "Deal" WHERE "id" = ', ''], [id]));

// snippet: TypedSQL
export const typedSql = (ownerId: string) => prisma.$queryRawTyped(openDealsOfOwner(ownerId, 1000));

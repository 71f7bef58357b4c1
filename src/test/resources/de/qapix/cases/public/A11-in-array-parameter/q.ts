import { Prisma, PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export const a = (foo: string[]) => prisma.$queryRaw(Prisma.sql`SELECT * FROM orders WHERE name IN ${foo} LIMIT 1`); // bad: bound-value ${foo}
export const c = (foo: string[]) => prisma.$queryRaw`SELECT * FROM orders WHERE name IN (${Prisma.join(foo)})`; // ok
export const d = (foo: string[]) => prisma.$queryRaw`SELECT * FROM orders WHERE name = ANY(${foo})`; // ok
export const e = (foo: string[], w: Prisma.Sql[]) => prisma.$queryRaw`SELECT * FROM orders ${w.length ? Prisma.sql`WHERE ${Prisma.join(w, ' AND ')}` : Prisma.empty}`; // ok
export const f = (foo: number[]) => prisma.$queryRaw`SELECT "fullname" FROM "Member" WHERE id IN (${Prisma.join(foo)})`; // bad: unknown-column "fullname" -> "fullName"

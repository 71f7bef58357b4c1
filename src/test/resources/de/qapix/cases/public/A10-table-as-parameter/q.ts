import { Prisma, PrismaClient } from '@prisma/client';
import postgres from 'postgres';
const sql = postgres(); const prisma = new PrismaClient();
const TABLE = 'orders';
export const a = () => prisma.$queryRaw`SELECT * FROM ${TABLE}`; // bad: bound-value ${TABLE}
export const b = (company: string) => sql`insert into ${company} (id, value) values (${'a'}, ${1})`; // bad: bound-value ${company}
const dir = 'DESC';
export const c = () => prisma.$queryRaw`SELECT id FROM orders ORDER BY created_at ${dir}`; // bad: bound-value ${dir}
export const d = () => prisma.$queryRaw`SELECT * FROM ${Prisma.raw(TABLE)}`; // ok
export const e = () => prisma.$queryRawUnsafe(`SELECT * FROM ${TABLE}`); // ok

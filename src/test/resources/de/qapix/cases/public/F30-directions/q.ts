import { PrismaClient } from '@prisma/client'; import postgres from 'postgres'; import { sql as dsql } from 'drizzle-orm'; import { sql as vsql } from '@vercel/postgres';
const prisma = new PrismaClient(); const sql = postgres(); declare const db: any;
export const a = (dir: string) => prisma.$queryRaw`SELECT id FROM orders ORDER BY created_at ${dir}`; // bad: bound-value ${dir}
export const b = (dir: string) => sql`SELECT id FROM orders ORDER BY created_at ${dir}`; // bad: bound-value ${dir}
export const c = (dir: string) => db.execute(dsql`SELECT id FROM orders ORDER BY created_at ${dir}`); // bad: bound-value ${dir}
export const d = (dir: string) => vsql`SELECT id FROM orders ORDER BY created_at ${dir}`; // bad: bound-value ${dir}
export const e = (n: number) => prisma.$queryRaw`SELECT id FROM orders ${n}`; // bad: bound-value ${n}
export const f = (n: string) => prisma.$queryRaw`SELECT id FROM orders WHERE name = 'a' ${n}`; // bad: bound-value ${n}

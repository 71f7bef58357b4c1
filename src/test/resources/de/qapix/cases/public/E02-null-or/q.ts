import { PrismaClient } from '@prisma/client'; import postgres from 'postgres'; import { sql as dsql } from 'drizzle-orm'; import { Pool } from 'pg';
const prisma = new PrismaClient(); const sql = postgres(); declare const db: any; const pool = new Pool();
export const a = (n?: string) => prisma.$queryRaw`SELECT id FROM orders WHERE (${n} IS NULL OR name = ${n})`; // bad: untyped-parameter ${n} -> ${n}::text
export const b = (n: string | null) => sql`SELECT id FROM orders WHERE ${n} IS NULL OR name = ${n}`; // bad: untyped-parameter ${n} -> ${n}::text
export const c = (n: string | null) => db.execute(dsql`SELECT id FROM orders WHERE ${n} IS NULL OR name = ${n}`); // bad: untyped-parameter ${n} -> ${n}::text
export const d = (n?: string) => prisma.$queryRaw`SELECT id FROM orders WHERE (${n}::text IS NULL OR name = ${n})`; // ok
// PostgreSQL looks at the first $1 alone.
export const e = (n?: string) => pool.query('SELECT id FROM orders WHERE ($1 IS NULL OR name = $1)', [n]); // bad: untyped-parameter $1 -> $1::text
export const f = (n?: string) => pool.query('SELECT id FROM orders WHERE ($1 IS NULL OR name = $2)', [n, n]); // bad: untyped-parameter $1 -> $1::text

import { PrismaClient } from '@prisma/client'; import postgres from 'postgres'; import { sql as dsql } from 'drizzle-orm'; import { neon } from '@neondatabase/serverless';
const prisma = new PrismaClient(); const sql = postgres(); declare const db: any; const q = neon('x');
export const a = (ids: string[]) => prisma.$queryRaw`SELECT * FROM items WHERE id IN ${ids}`; // bad: bound-value ${ids}
export const b = (ids: string[]) => sql`SELECT * FROM items WHERE id IN ${ids}`; // bad: bound-value ${ids}
export const c = (ids: string[]) => q`SELECT * FROM items WHERE id IN ${ids}`; // bad: bound-value ${ids}
export const d = (ids: string[]) => db.execute(dsql`SELECT * FROM items WHERE id IN ${ids}`); // ok
export async function e() { const rows = [1, 2].map(String); return prisma.$queryRaw`SELECT * FROM items WHERE id IN ${rows}`; } // bad: bound-value ${rows}

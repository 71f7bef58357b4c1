import { PrismaClient } from '@prisma/client'; import { neon } from '@neondatabase/serverless';
const prisma = new PrismaClient(); const q = neon('x');
export const a = (dir: 'ASC' | 'DESC') => prisma.$queryRaw`SELECT id FROM orders ORDER BY created_at ${dir}`; // bad: bound-value ${dir}
export const b = (dir: string) => prisma.$queryRaw`SELECT id FROM orders ORDER BY created_at ${dir} LIMIT 3`; // bad: bound-value ${dir}
export const c = (table: string) => prisma.$queryRaw`SELECT count(*) FROM ${table} WHERE id IS NOT NULL`; // bad: bound-value ${table}
export const d = (table: string) => q`DELETE FROM ${table}`; // bad: bound-value ${table}
export const e = (col: string) => prisma.$executeRaw`UPDATE orders SET ${col} = 'x'`; // bad: bound-value ${col}
export const f = (op: string) => prisma.$queryRaw`SELECT id FROM orders WHERE amount ${op} 3`; // bad: bound-value ${op}

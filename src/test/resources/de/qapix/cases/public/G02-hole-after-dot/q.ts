import { Pool } from 'pg'; import { PrismaClient, Prisma } from '@prisma/client';
const pool = new Pool(); const prisma = new PrismaClient();
export const a = (c: string) => pool.query(`SELECT o.${c} AS x FROM orders o`); // ok
export const b = (c: string) => pool.query('SELECT o.' + c + ' AS x FROM orders o'); // ok
export const d = (c: string) => prisma.$queryRaw`SELECT o.${Prisma.raw(c)} AS x FROM orders o`; // ok
export const e = (c: string) => pool.query(`SELECT id FROM orders o ORDER BY o.${c} DESC`); // ok
export const f = (c: string) => pool.query(`SELECT id FROM orders o WHERE o.${c} = $1`, [1]); // ok
export const g = (c: string) => pool.query(`SELECT o."${c}" AS x FROM orders o`); // ok
export const h = (c: string) => pool.query(`UPDATE orders SET ${c} = $1 WHERE id = $2`, [1, 2]); // ok
export const i = (c: string) => pool.query(`SELECT id FROM orders o ORDER BY o.${c} NULLS LAST`); // ok
export const j = (c: string) => pool.query(`SELECT max(o.${c}) m, o.name FROM orders o GROUP BY o.name, o.${c} HAVING count(*) > 1`); // ok

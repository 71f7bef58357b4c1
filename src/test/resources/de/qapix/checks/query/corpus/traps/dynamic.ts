// What nobody can know from the text alone: each of these is to be counted as skipped, none is a finding.
import { Pool } from 'pg';
import { readFileSync } from 'node:fs';
import { Prisma, PrismaClient } from '@prisma/client';
import { buildWhere, tenantSchema } from './not-here';

const pool = new Pool();
const prisma = new PrismaClient();
const schema = process.env.DB_SCHEMA ?? 'public';

export const run = (text: string, values: unknown[]) => pool.query(text, values);
export const fromFile = (name: string) => pool.query(readFileSync(`./queries/${name}.sql`, 'utf8'));
export const anyTable = (table: string) => pool.query(`SELECT * FROM ${table}`);
export const anyTableQuoted = (table: string) => pool.query(`SELECT count(*) FROM "${table}" WHERE "createdAt" > now()`);
export const inTenant = (id: string) => pool.query(`SELECT "fullName" FROM ${tenantSchema(id)}."Lead" WHERE "id" = $1`, [id]);
export const inSchema = () => pool.query(`SELECT "title" FROM "${schema}"."Deal"`);
export const clause = (f: object) => pool.query('SELECT "id" FROM "Lead" ' + buildWhere(f));
export const valueInQuotes = (s: string) => pool.query(`SELECT "id" FROM "Lead" WHERE "lastName" = '${s.replace(/'/g, "''")}'`);
export const interval = (n: number) => pool.query(`SELECT "id" FROM "CalendlyEvent" WHERE "startTime" > now() - interval '${n} days'`);
export const wholeColumn = (c: string) => prisma.$queryRawUnsafe(`SELECT ${c} FROM "User"`);
export const pieces = (where: Prisma.Sql) => prisma.$queryRaw`SELECT "id" FROM "User" ${where}`;
export const glued = (a: string, b: string) => pool.query(a + ' UNION ALL ' + b);
export const operator = (op: '<' | '>') => pool.query(`SELECT "id" FROM "Lead" WHERE "leadScore" ${op} $1`, [1]);
export const half = (name: string) => pool.query(`SELECT "lead${name}" FROM "Lead"`);
export const partition = (year: number) => pool.query(`SELECT count(*) FROM audit_log_${year}`);
export const recordOf = (map: Record<string, string>, key: string) => pool.query(map[key]!);
export const viaReduce = (xs: string[]) => pool.query(xs.reduce((q, x, i) => q + (i ? ' OR ' : ' WHERE ') + `"id" = '${x}'`, 'SELECT "id" FROM "Deal"'));

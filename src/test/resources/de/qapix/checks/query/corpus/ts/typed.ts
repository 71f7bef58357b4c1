import type { QueryConfig } from 'pg';
import { pool, prisma, sql } from './db';
import { CALL_FIELDS, TABLES } from './columns';

const STATEMENTS = {
  open: 'SELECT "id", "title" FROM "Deal" WHERE "status" = \'OPEN\'',
  users: `SELECT "id", "email" FROM "User" WHERE "isActive"`,
} as const;

export const named = (name: keyof typeof STATEMENTS) => pool.query(STATEMENTS[name]);

const config = {
  name: 'team',
  text: 'SELECT t."id", t."name", p."name" AS "parentName" FROM "Team" t LEFT JOIN "Team" p ON p."id" = t."parentTeamId" WHERE t."id" = $1',
} satisfies QueryConfig;

export const team = async (id: string) => (await pool.query<{ parentName?: string }>({ ...config, values: [id] })).rows?.[0]?.parentName?.trim();

export const calls = async <T extends object>(userId: string): Promise<T[]> =>
  (await pool.query<any>(`SELECT ${CALL_FIELDS.join(', ')} FROM ${TABLES.calls} WHERE user_id = $1`, [userId])).rows as T[];

export function generic<K extends 'id' | 'email'>(key: K, value: string) {
  return pool.query<Record<K, string>>(`SELECT "${key}" FROM "User" WHERE "${key}" = $1`, [value]);
}

export const path = () => pool.query(String.raw`SELECT "recording_url" FROM call_log WHERE recording_url LIKE 'C:\\calls\\%' ESCAPE '|'`);

export async function first(userId: string) {
  const { 0: row } = (await prisma.$queryRaw<Array<{ lastLoginAt: Date | null }>>`SELECT "lastLoginAt" FROM "User" WHERE "id" = ${userId}`) ?? [];
  return row?.lastLoginAt ?? undefined;
}

export const cast = (a: unknown) => sql<[{ n: number }?]>`select ${a as string}::int + ${<number>1}::int as n`;

export abstract class Base<T> {
  abstract readonly table: string;
  protected columns: string = '*';
  find(id: string): Promise<T | undefined> {
    return pool.query(`SELECT ${this.columns} FROM ${this.table} WHERE "id" = $1`, [id]).then(({ rows }) => rows[0] as T);
  }
}

export class Pipelines extends Base<{ id: string }> {
  readonly table = '"Pipeline"';
  stages = (pipelineId: string) => pool.query(`SELECT "stageName" FROM "PipelineStage" WHERE "pipelineId" = $1 ORDER BY "sortOrder"`, [pipelineId]);
}

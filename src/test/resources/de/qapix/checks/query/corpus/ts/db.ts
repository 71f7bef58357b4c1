import { Pool, type PoolClient, type QueryResultRow } from 'pg';
import postgres from 'postgres';
import { PrismaClient } from '@prisma/client';

// One pool for everything that isn't Prisma's.
export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
export const prisma = new PrismaClient();
export const sql = postgres(process.env.DATABASE_URL ?? '', { max: 5, onnotice: () => {} });

export type Row = QueryResultRow;

/** Text with $1, $2, … and its values. */
export async function query<T extends Row = Row>(text: string, values: readonly unknown[] = []): Promise<T[]> {
  const { rows } = await pool.query<T>(text, values as unknown[]);
  return rows;
}

export async function one<T extends Row = Row>(text: string, ...values: unknown[]): Promise<T | undefined> {
  return (await query<T>(text, values))[0];
}

/** Text with question marks, from the days of the old driver: the n-th ? becomes $n. */
export const legacy = {
  all: <T extends Row = Row>(text: string, values: unknown[] = []) => query<T>(positional(text), values),
  get: async <T extends Row = Row>(text: string, values: unknown[] = []) => (await query<T>(positional(text), values))[0],
  run: async (text: string, values: unknown[] = []) => void (await pool.query(positional(text), values)),
};

function positional(text: string): string {
  let n = 0;
  return text.replace(/\?/g, () => `$${++n}`);
}

export async function transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (e) {
    await client.query('ROLLBACK');
    throw e;
  } finally {
    client.release();
  }
}

export const ping = () => pool.query('SELECT 1 AS "isUp"');

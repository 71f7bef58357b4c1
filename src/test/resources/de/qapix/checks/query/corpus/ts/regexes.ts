import { pool } from './db';

const QUOTES = /["'`]/g;
const SLASHES = /\/\*[^/]*['"]?/u;
const CLASS = /[/'"`\]]+/;

export const clean = (s: string) => s.replace(/'/g, "''").replace(QUOTES, '').replace(SLASHES, '').replace(CLASS, '`');

export async function byPhone(phone: string) {
  const digits = phone.replace(/[^\d+]/g, '');
  return pool.query('SELECT "id", "phone" FROM "Lead" WHERE "phone" = $1', [digits]);
}

export async function average(values: number[], total: number) {
  const half = total / 2, third = total / 3; // not a regex: / 2, third = total /
  const a = values.length / (half || 1) / third;
  const { rows } = await pool.query(`SELECT avg("leadScore") / $1::numeric AS "scaledScore" FROM "Lead"`, [a || 1]);
  return rows[0]?.scaledScore / 2;
}

export async function matching(pattern: string) {
  if (/^\s*select\b/i.test(pattern)) throw new Error("Don't");
  return pool.query(String.raw`SELECT "email" FROM "User" WHERE "email" ~* $1 AND "email" !~ '\.test$'`, [pattern]);
}

export const split = async (list: string) => pool.query(`SELECT t.part FROM regexp_split_to_table($1, '\\s*[,;]\\s*') AS t(part)`, [list]);

export async function typed(kind: string) {
  const isCall = kind ?.length ? /call|phone/.test(kind) : false;
  const x = (kind.length) /2/ 1;
  const rows = isCall
    ? await pool.query("SELECT 'call' AS kind, count(*) FROM call_log /* it's */ WHERE outcome = 'callback'")
    : await pool.query('SELECT \'other\' AS kind, count(*) FROM "CustomActivity" -- "it\'s"\n WHERE "activityType" <> $1', [kind]);
  return [x, rows] as const;
}

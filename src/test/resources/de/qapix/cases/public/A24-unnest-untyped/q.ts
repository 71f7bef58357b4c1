import { Pool } from 'pg';
const pool = new Pool();
export const a = (i: string[], v: number[]) => pool.query('INSERT INTO items (id, value) SELECT * FROM UNNEST ($1, $2)', [i, v]); // bad: untyped-parameter $1 -> $1::text[]; untyped-parameter $2 -> $2::text[]
export const b = (i: string[], v: number[]) => pool.query('INSERT INTO items (id, value) SELECT * FROM UNNEST ($1::text[], $2::int[])', [i, v]); // ok
export const c = (i: string) => pool.query("UPDATE orders SET meta = meta || jsonb_build_object('k', $1)", [i]); // bad: untyped-parameter $1 -> $1::text
export const d = (i: string) => pool.query("SELECT $1 + $2 AS s", [1, 2]); // bad: untyped-parameter $1 -> $1::integer
export const e = (i: string) => pool.query("SELECT $1 AS s, $2::int + 1", [1, 2]); // ok

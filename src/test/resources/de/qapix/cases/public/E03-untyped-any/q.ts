import { Pool } from 'pg';
const pool = new Pool();
export const a = (x: any) => pool.query("SELECT concat($1, ' ', name) FROM orders", [x]); // bad: untyped-parameter $1 -> $1::text
export const b = (x: any) => pool.query("SELECT json_build_object('a', $1) FROM orders", [x]); // bad: untyped-parameter $1 -> $1::text
export const c = (x: any) => pool.query("UPDATE orders SET meta = jsonb_set(meta, '{a}', to_jsonb($1))", [x]); // bad: untyped-parameter $1 -> $1::text
export const d = (x: any) => pool.query("SELECT format('%s-%s', $1, name) FROM orders", [x]); // bad: untyped-parameter $1 -> $1::text
// Two unknowns with || between are texts to PostgreSQL.
export const e = (x: any) => pool.query("SELECT $1 || $2", [x, x]); // ok
export const f = (x: any) => pool.query("SELECT date_trunc('day', $1)", [x]); // bad: untyped-parameter $1 -> $1::timestamptz
export const g = (x: any) => pool.query("SELECT id FROM orders WHERE created_at > $1 - interval '1 day'", [x]); // bad: wrong-type >
export const h = (x: any) => pool.query("SELECT * FROM generate_series($1, $2)", [x, x]); // bad: untyped-parameter $1 -> $1::integer
export const i = (x: any) => pool.query("SELECT id FROM orders WHERE name = $2", [x, x]); // bad: untyped-parameter $2
export const j = (x: any) => pool.query("SELECT extract(epoch from $1)", [x]); // bad: untyped-parameter $1 -> $1::timestamptz
export const k = (x: any) => pool.query("SELECT unnest($1)", [x]); // bad: untyped-parameter $1 -> $1::text[]

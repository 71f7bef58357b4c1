import { Pool } from 'pg';
const pool = new Pool();
export const a = (x: string) => pool.query('SELECT id FROM orders WHERE name = $1 AND status = $2', [x]); // bad: value-count 1
export const b = (x: string) => pool.query('SELECT id FROM orders WHERE name = $1', [x, 7]); // bad: value-count 2
export const c = (x: string) => pool.query('SELECT id FROM orders WHERE name = $1', [x]); // ok
export const d = (x: string) => pool.query('SELECT id FROM orders WHERE name = $2', [x, x]); // bad: untyped-parameter $2

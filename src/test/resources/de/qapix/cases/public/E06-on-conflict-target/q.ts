import { Pool } from 'pg';
const pool = new Pool();
export const a = () => pool.query('INSERT INTO items (id, value) VALUES ($1, $2) ON CONFLICT (value) DO UPDATE SET value = EXCLUDED.value', ['a', 1]); // bad: conflict-target ON CONFLICT (value)
export const b = () => pool.query('INSERT INTO orders (name) VALUES ($1) ON CONFLICT (name) DO NOTHING', ['a']); // bad: conflict-target ON CONFLICT (name)
export const c = () => pool.query('INSERT INTO items (id, value) VALUES ($1, $2) ON CONFLICT (id, value) DO NOTHING', ['a', 1]); // bad: conflict-target ON CONFLICT (id, value)
export const d = () => pool.query('INSERT INTO items (id, value) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', ['a', 1]); // ok
export const e = () => pool.query('INSERT INTO items (id, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', ['a', 1]); // ok
export const f = () => pool.query('INSERT INTO part (id, k) VALUES ($1, $2) ON CONFLICT (k) DO NOTHING', [1, 1]); // bad: conflict-target ON CONFLICT (k)
export const g = () => pool.query('INSERT INTO part (id, k) VALUES ($1, $2) ON CONFLICT (k) WHERE live DO NOTHING', [1, 1]); // ok

import { Pool } from 'pg';
const pool = new Pool();
export const a = () => pool.query("INSERT INTO docs (n, body, s) VALUES ($1, $2, $3) ON CONFLICT (n, (body->>'name')) DO UPDATE SET s = EXCLUDED.s RETURNING *", [1, '{}', 'x']); // ok
export const b = () => pool.query("INSERT INTO docs (n, body, s) VALUES ($1, $2, $3) ON CONFLICT (n) DO NOTHING", [1, '{}', 'x']); // bad: conflict-target ON CONFLICT (n)
export const c = () => pool.query("INSERT INTO docs (n, body, s) VALUES ($1, $2, $3) ON CONFLICT ON CONSTRAINT docs_uq DO NOTHING", [1, '{}', 'x']); // bad: conflict-target docs_uq

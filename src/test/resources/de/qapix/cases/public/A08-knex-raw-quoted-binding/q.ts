import knexLib from 'knex';
const knex = knexLib({ client: 'pg' });
export const a = () => knex.raw("SELECT id FROM orders WHERE meta \\?| array['x','y']"); // ok
export const b = (k: string) => knex.raw('SELECT id FROM orders WHERE meta \\? ?', [k]); // ok
export const c = (c1: string, v: string) => knex.raw('SELECT ?? FROM orders WHERE name = ?', [c1, v]); // ok
export const d = (v: string) => knex.raw('SELECT id FROM orders WHERE name = :v AND status = :s::booking_status', { v, s: 'open' }); // ok
export const e = (v: string) => knex.raw('SELECT id FROM orders WHERE memberId = ?', [v]); // bad: unknown-column memberId -> "memberId"
export const f = (v: string) => knex.raw("SELECT id FROM orders WHERE name ILIKE '%?%'", [v]); // bad: quoted-value ?
export const g = (t: string) => knex.raw('TRUNCATE TABLE ?? CASCADE', [t]); // ok

import { sql } from '@pgtyped/runtime';
export const a = sql<any>`INSERT INTO items (id, value) VALUES $$rows(id, value)`; // ok
export const b = sql<any>`SELECT id FROM orders WHERE name IN $$names AND amount > $min!`; // ok
export const c = sql<any>`INSERT INTO items (id, value) VALUES $row(id, value) RETURNING id`; // ok
export const d = sql<any>`SELECT id FROM orders WHERE memberId = $memberId`; // bad: unknown-column memberId -> "memberId"
export const e = sql<any>`UPDATE orders SET name = $name, meta = $meta::jsonb WHERE id = $_id!`; // ok

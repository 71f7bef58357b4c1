import { Pool } from 'pg';
const pool = new Pool();
export const a = () => pool.query("INSERT INTO g (id, a) VALUES (1, 2)"); // bad: refused INSERT
export const b = () => pool.query("UPDATE g SET twice = 3"); // bad: refused UPDATE
export const c = () => pool.query("INSERT INTO vg (n) VALUES (1)"); // bad: refused INSERT
export const d = () => pool.query("INSERT INTO g (a) VALUES (2) RETURNING id, twice"); // ok
export const e = () => pool.query("DELETE FROM mg"); // bad: refused mg
export const f = () => pool.query("SELECT a, count(*) FROM g GROUP BY a FOR UPDATE"); // bad: refused SELECT
export const h = () => pool.query("SELECT * FROM g x FULL JOIN g y ON x.a < y.a"); // bad: refused FULL
export const i = () => pool.query("INSERT INTO pt (id, k) VALUES (1, 5)"); // ok
export const j = () => pool.query("TRUNCATE vg"); // bad: refused vg
export const k = () => pool.query("REFRESH MATERIALIZED VIEW CONCURRENTLY mg"); // bad: refused mg

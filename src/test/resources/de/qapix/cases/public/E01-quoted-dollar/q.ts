import { Pool } from 'pg'; import knexLib from 'knex'; import { Sequelize } from 'sequelize'; import { DataSource } from 'typeorm';
const pool = new Pool(); const knex = knexLib({}); declare const ds: DataSource;
export const a = (q: string) => pool.query("SELECT id FROM orders WHERE name ILIKE '%$1%'", [q]); // bad: quoted-value $1
export const b = (d: number) => pool.query("SELECT id FROM orders WHERE created_at > now() - interval '$1 days'", [d]); // bad: quoted-value $1
export const c = (q: string) => knex.raw("SELECT id FROM orders WHERE name ILIKE '%?%'", [q]); // bad: quoted-value ?
export const d = (q: string) => ds.query(`SELECT id FROM orders WHERE name = '$1'`, [q]); // bad: quoted-value $1

// A test with tables of its own.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.TEST_DATABASE_URL });

beforeAll(async () => {
  await pool.query('CREATE SCHEMA IF NOT EXISTS lead_test');
  await pool.query(`
    CREATE TABLE lead_test.people (id serial PRIMARY KEY, nick text);
    CREATE TABLE scratch_pad (n int, note text);
  `);
  await pool.query("INSERT INTO lead_test.people (nick) VALUES ('a'), ('b')");
});

afterAll(() => pool.query('DROP SCHEMA lead_test CASCADE; DROP TABLE scratch_pad'));

describe('select from people', () => {
  it('finds all', async () => {
    const { rows } = await pool.query('SELECT nick FROM lead_test.people ORDER BY nick');
    expect(rows.map((r) => r.nick)).toEqual(['a', 'b']);
  });

  it('takes notes', async () => {
    await pool.query('INSERT INTO scratch_pad (n, note) VALUES ($1, $2)', [1, 'x']);
    const { rows } = await pool.query(`SELECT note FROM scratch_pad WHERE n = 1`);
    expect(rows[0].note).toBe('x');
  });

  it('fails as it should', async () => {
    await expect(pool.query('SELECT no_such_column FROM "Lead"')).rejects.toThrow(/does not exist/);
    await expect(pool.query('SELEC 1')).rejects.toMatchObject({ code: '42601' });
  });
});

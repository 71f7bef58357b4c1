import type { PoolClient } from 'pg';
import { pool, transaction } from './db';
import DEAL_COLUMNS, { DEAL_JOIN, TABLES } from './columns';
import { DEAL_LIST } from './fragments';

const byId = {
  name: 'deal-by-id',
  text: `SELECT ${DEAL_COLUMNS.join(', ')} FROM "Deal" d WHERE d."id" = $1`,
};

export class DealsService {
  #table = TABLES.deals;

  async get(id: string) {
    const { rows: [deal] } = await pool.query({ ...byId, values: [id] });
    return deal ?? null;
  }

  async ofOwner(ownerId: string) {
    return (await pool.query({
      text: `
        SELECT ${DEAL_LIST.join(', ')}, l."fullName" AS "leadName"
        ${DEAL_JOIN}
        WHERE d."ownerId" = $1 AND d."status" = 'OPEN'
        ORDER BY d."expectedCloseDate" NULLS LAST`,
      values: [ownerId],
      rowMode: 'array',
    })).rows;
  }

  async total(): Promise<bigint> {
    const r = await pool.query<{ totalCents: string }>(`SELECT coalesce(sum("amountCents"), 0) AS "totalCents" FROM ${this.#table} WHERE "status" = $1`, ['OPEN']);
    return BigInt(r.rows[0]?.totalCents ?? 0);
  }

  create(title: string, leadId: string, stageId: string, cents = 0) {
    return transaction(async (client: PoolClient) => {
      const { rows } = await client.query({
        text: 'INSERT INTO "Deal" ("id", "updatedAt", "title", "leadId", "stageId", "amountCents") ' +
              'VALUES (gen_random_uuid()::text, now(), $1, $2, $3, $4) ' +
              'RETURNING "id", "netCents"',
        values: [title, leadId, stageId, cents],
      });
      await client.query({
        text: 'INSERT INTO audit_log ("entityType", "entityId", after_row) VALUES ($1, $2, $3::jsonb)',
        values: ['Deal', rows[0]?.id ?? '-', JSON.stringify({ title })],
      });
      return rows[0];
    });
  }

  async move(id: string, toStage: string) {
    const text = `UPDATE ${TABLES.deals}
      SET "stageId" = $2,
          "stageHistory" = "stageHistory" || jsonb_build_array(jsonb_build_object('stageId', $2::text, 'at', now()))
      WHERE "id" = $1`;
    await pool.query(text, [id, toStage]);
  }

  async items(dealId: string) {
    return pool.query('SELECT i."lineNumber", i."productName", i."lineTotalCents" FROM "DealItem" i WHERE i."dealId" = $1 ORDER BY i."lineNumber"', [dealId]).then((r) => r.rows);
  }

  async lost(reason: string | null, ...ids: string[]) {
    const marks = ids.map((_, i) => `$${i + 2}`).join(',');
    return pool.query(`UPDATE "Deal" SET "status" = 'LOST', "lostReason" = $1 WHERE "id" IN (${marks})`, [reason, ...ids]);
  }

  async labels(dealId: string): Promise<string[]> {
    const { rows } = await pool.query<{ label: string }>({ text: `SELECT t."label" FROM "Tag" t JOIN "_DealToTag" dt ON dt."B" = t."id" WHERE dt."A" = $1`, values: [dealId] });
    return rows.map(({ label }) => label);
  }
}

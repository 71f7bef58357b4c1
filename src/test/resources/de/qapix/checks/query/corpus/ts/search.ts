import { pool } from './db';
import { LEAD_COLUMNS } from './columns';

export interface Filter {
  text?: string;
  ownerId?: string;
  minScore?: number;
  tags?: string[];
  sort?: 'newest' | 'score';
}

// grows a WHERE clause
export async function searchLeads(filter: Filter) {
  const values: unknown[] = [];
  let where = 'WHERE "deletedAt" IS NULL';
  if (filter.text) {
    values.push(`%${filter.text}%`);
    where += ` AND ("fullName" ILIKE $${values.length} OR "companyName" ILIKE $${values.length})`;
  }
  if (filter.ownerId) {
    values.push(filter.ownerId);
    where += ' AND "ownerId" = $' + values.length;
  }
  if (filter.minScore !== undefined) {
    values.push(filter.minScore);
    where += ` AND "leadScore" >= $${values.length}`;
  }
  if (filter.tags?.length) {
    values.push(filter.tags);
    where += ` AND "tagNames" && $${values.length}::text[]`;
  }
  const order = filter.sort === 'score' ? '"leadScore" DESC' : '"createdAt" DESC';
  const { rows } = await pool.query(`SELECT ${LEAD_COLUMNS} FROM "Lead" ${where} ORDER BY ${order} LIMIT 100`, values);
  return rows;
}

// grows a whole statement
export async function searchDeals(filter: { status?: string; minCents?: number; stage?: string }) {
  let text = 'SELECT d."id", d."title", d."amountCents" FROM "Deal" d';
  const conditions: string[] = [];
  const values: unknown[] = [];
  if (filter.stage) {
    text += ' JOIN "PipelineStage" s ON s."id" = d."stageId"';
    conditions.push(`s."stageName" = $${values.push(filter.stage)}`);
  }
  if (filter.status) conditions.push(`d."status" = $${values.push(filter.status)}::"DealStatus"`);
  if (filter.minCents != null) conditions.push(`d."amountCents" >= $${values.push(filter.minCents)}`);
  if (conditions.length > 0) {
    text += ' WHERE ' + conditions.join(' AND ');
  }
  text += ' ORDER BY d."createdAt" DESC';
  return (await pool.query(text, values)).rows;
}

export async function searchNotes(leadId: string, onlyPinned: boolean) {
  let q = `SELECT n."id", n."body", u."displayName" AS "authorName"
    FROM "LeadNote" n
    LEFT JOIN "User" u ON u."id" = n."authorId"
    WHERE n."leadId" = $1`;
  if (onlyPinned) q += ` AND n."isPinned"`;
  q = q + ` ORDER BY n."createdAt"`;
  return pool.query(q, [leadId]);
}

export async function countCalls(userId: string, outcome?: string) {
  const params: unknown[] = [userId];
  let clause = '';
  if (outcome) {
    params.push(outcome);
    clause = 'AND outcome = $2::call_outcome';
  }
  const res = await pool.query('SELECT count(*)::int AS "callCount" FROM call_log WHERE user_id = $1 ' + clause, params);
  return res.rows[0]?.callCount ?? 0;
}

export async function fullText(words: string) {
  return pool.query(
    'SELECT s."leadId", s."fullName", s.rank ' +
    'FROM search_leads($1, 50) s ' +
    // "websearch" syntax, it's documented
    'ORDER BY s.rank DESC',
    [words],
  );
}

export const suggest = (prefix: string, { limit = 8 } = {}) =>
  pool.query(
    `SELECT DISTINCT "companyName" FROM "Lead" WHERE "companyName" ILIKE $1 || '%' ORDER BY 1 LIMIT ` + limit,
    [prefix],
  );

export async function updateLead(id: string, patch: Partial<Record<'email' | 'phone' | 'companyName', string>>) {
  const sets: string[] = ['"updatedAt" = now()'];
  const values: unknown[] = [id];
  if (patch.email !== undefined) sets.push(`"email" = $${values.push(patch.email)}`);
  if (patch.phone !== undefined) sets.push(`"phone" = $${values.push(patch.phone)}`);
  if (patch.companyName !== undefined) sets.push(`"companyName" = $${values.push(patch.companyName)}`);
  return pool.query(`UPDATE "Lead" SET ${sets.join(', ')} WHERE "id" = $1 RETURNING "id"`, values);
}

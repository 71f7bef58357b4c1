import { pool } from './db';

function Query(_type?: unknown): any { return () => undefined; }
function Mutation(_doc: string): any { return () => undefined; }
function Injectable(_options: { scope: string }): any { return (target: unknown) => target; }

@Injectable({ scope: 'request' })
export class NotesResolver {
  @Query(() => Number)
  protected limit: number = 50;

  @Query(() => [Object])
  async notes(leadId: string) {
    const { rows } = await pool.query(`SELECT n."id", n."body", n."parentNoteId" FROM "LeadNote" n WHERE n."leadId" = $1 LIMIT ${this.limit}`, [leadId]);
    return rows as ReadonlyArray<{ id: string; body: string }>;
  }

  @Query()
  async thread(noteId: number) {
    const result = await pool.query<{ id: string; depth: number }>(`
      WITH RECURSIVE thread AS (
        SELECT n."id", n."parentNoteId", n."body", 0 AS depth FROM "LeadNote" n WHERE n."id" = $1
        UNION ALL
        SELECT child."id", child."parentNoteId", child."body", thread.depth + 1
        FROM "LeadNote" child
        JOIN thread ON child."parentNoteId" = thread."id"
      )
      SELECT t."id", t."body", t.depth FROM thread t ORDER BY t.depth, t."id"
    `, [noteId]);
    return result.rows;
  }

  @Mutation('Insert a note; "select" a lead first')
  async add(leadId: string, body: string, parent: number | null = null): Promise<string> {
    const values = [leadId, body, parent] as const;
    const res = await pool.query(
      `INSERT INTO "LeadNote"("leadId","body","parentNoteId") VALUES($1,$2,$3) RETURNING "id"`,
      [...values],
    );
    return res.rows?.[0]?.id;
  }

  @Mutation(`Update a note`)
  async edit(this: NotesResolver, id: number, body: string) {
    return (await pool.query('UPDATE "LeadNote" SET "body" = $1 WHERE "id" = $2', [body, id])).rowCount! > 0;
  }

  static async counts(...leadIds: string[]): Promise<Record<string, number>> {
    const sql = `SELECT "leadId", count(*)::int AS "noteCount" FROM "LeadNote" WHERE "leadId" = ANY($1) GROUP BY "leadId"`;
    const { rows } = await pool.query(sql, [leadIds]);
    return Object.fromEntries(rows.map((r) => [r.leadId, r.noteCount]));
  }

  get newest() {
    return pool.query(`SELECT "body" FROM "LeadNote" ORDER BY "createdAt" DESC LIMIT 1`).then((r) => r.rows[0]?.body as string | undefined);
  }
}

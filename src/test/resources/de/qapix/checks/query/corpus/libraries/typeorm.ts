// TypeORM (https://typeorm.io): query() takes $1, $2, …; the query builder takes :name and :...names; the sql tag takes ${…}
import 'reflect-metadata';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

export const dataSource = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, entities: [], migrations: [] });

// snippet: dataSource.query
export const plain = () => dataSource.query('SELECT * FROM "User"');

// snippet: dataSource.query with parameters
export const params = (email: string, team: string | null) => dataSource.query('SELECT "id" FROM "User" WHERE "email" = $1 AND "teamId" IS NOT DISTINCT FROM $2', [email, team]);

// snippet: typed result
export async function typed(): Promise<number> {
  const [{ dealCount }] = await dataSource.query<[{ dealCount: string }]>(`SELECT count(*) AS "dealCount" FROM "Deal"`);
  return Number(dealCount);
}

// snippet: manager.query
export const byManager = (ids: string[]) => dataSource.manager.query(`
  SELECT l."id", l."fullName"
  FROM "Lead" l
  WHERE l."id" = ANY($1)
`, [ids]);

// snippet: queryRunner.query in a transaction
export async function runner() {
  const queryRunner = dataSource.createQueryRunner();
  await queryRunner.connect();
  await queryRunner.startTransaction();
  try {
    const users = await queryRunner.query('SELECT u."id", u."settings" FROM "User" u FOR UPDATE');
    await queryRunner.query('UPDATE "User" SET "settings" = $1 WHERE "isActive"', [JSON.stringify({ count: users.length })]);
    await queryRunner.commitTransaction();
  } catch {
    await queryRunner.rollbackTransaction();
  } finally {
    await queryRunner.release();
  }
}

// snippet: transaction callback
export const inTransaction = () => dataSource.transaction(async (manager) => {
  await manager.query('INSERT INTO "Pipeline" ("id", "name") VALUES ($1, $2)', [`p${Math.random()}`, 'Neukunden']);
});

// snippet: sql tag
export const tagged = (name: string, min: number) => dataSource.sql`SELECT * FROM "Lead" WHERE "firstName" = ${name} AND "leadScore" > ${min}`;

// snippet: sql tag with a list
export const taggedList = (ids: string[]) => dataSource.sql`SELECT "title" FROM "Deal" WHERE "id" IN (${() => ids})`;

// snippet: sql tag with raw text
export const taggedRaw = (column: 'startTime' | 'endTime') => dataSource.manager.sql`SELECT "id" FROM "CalendlyEvent" WHERE "status" <> 'canceled' ORDER BY ${() => `"${column}"`} DESC`;

// snippet: query builder with names
export const builder = (team: string, roles: string[]) =>
  dataSource.createQueryBuilder().select('u."displayName"', 'name').from('User', 'u').where('u."teamId" = :team', { team }).andWhere('u."role"::text IN (:...roles)', { roles }).getRawMany();

// snippet: query builder with a subquery
export const builderSub = (min: number) =>
  dataSource.createQueryBuilder().select('count(*)', 'total').from((sub) => sub.select('d."leadId"').from('Deal', 'd').where('d."amountCents" > :min', { min }), 'x').getRawOne();

// snippet: migration that moves data
export class FillMappedType1700000000000 implements MigrationInterface {
  name = 'FillMappedType1700000000000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`UPDATE "CalendlyEvent" SET "mappedType" = 'konzept' WHERE "eventTypeName" ILIKE '%konzept%' AND "mappedType" IS NULL`);
    await queryRunner.query(`CREATE INDEX IF NOT EXISTS "IDX_event_mapped" ON "CalendlyEvent" ("mappedType")`);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX IF EXISTS "IDX_event_mapped"`);
    await queryRunner.query('UPDATE "CalendlyEvent" SET "mappedType" = NULL WHERE "mappedType" = $1', ['konzept']);
  }
}

// snippet: call and function
export const procedures = (user: string) => dataSource.query('CALL "recalculateGoal"($1, $2)', [user, '2026-01-01']);

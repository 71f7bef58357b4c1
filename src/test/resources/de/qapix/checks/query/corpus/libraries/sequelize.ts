// Sequelize 6 (https://sequelize.org/docs/v6/core-concepts/raw-queries/): replacements :name or ? are inlined, bind is $1 or $name
import { QueryTypes, Sequelize } from 'sequelize';

export const sequelize = new Sequelize(process.env.DATABASE_URL!, { dialect: 'postgres', logging: false });

// snippet: results and metadata
export async function touch() {
  const [results, metadata] = await sequelize.query(`UPDATE "User" SET "updatedAt" = now() WHERE "isActive" = true`);
  return [results, metadata];
}

// snippet: SELECT type
export const users = () => sequelize.query('SELECT * FROM "User"', { type: QueryTypes.SELECT });

// snippet: replacements by position
export const byPosition = () => sequelize.query('SELECT * FROM "Lead" WHERE "leadSource" = ? AND "leadScore" > ?', { replacements: ['ads', 10], type: QueryTypes.SELECT });

// snippet: replacements by name
export const byName = (status: string) => sequelize.query('SELECT "id" FROM "Deal" WHERE "status" = :status', { replacements: { status }, type: QueryTypes.SELECT });

// snippet: list as replacement
export const inList = () => sequelize.query('SELECT * FROM "Deal" WHERE "status" IN(:status)', { replacements: { status: ['OPEN', 'ON_HOLD'] }, type: QueryTypes.SELECT });

// snippet: wildcard as replacement
export const wildcard = () => sequelize.query('SELECT * FROM "User" WHERE "displayName" LIKE :search_name', { replacements: { search_name: 'ben%' }, type: QueryTypes.SELECT });

// snippet: cast and time format next to a replacement
export const casts = (day: string) =>
  sequelize.query(`SELECT to_char("startTime", 'HH24:MI') AS "timeOfDay", "startTime"::date FROM "CalendlyEvent" WHERE "startTime"::date = :day::date`, { replacements: { day }, type: QueryTypes.SELECT });

// snippet: limit as replacement
export const limited = (n: number) => sequelize.query('SELECT id FROM call_log ORDER BY id LIMIT :n OFFSET :skip', { replacements: { n, skip: 0 }, type: QueryTypes.SELECT });

// snippet: bind by position
export const bindPosition = () => sequelize.query(`SELECT *, 'text with literal $$1 and literal $$status' AS t FROM "Deal" WHERE "status" = $1`, { bind: ['OPEN'], type: QueryTypes.SELECT });

// snippet: bind by name
export const bindName = () => sequelize.query('SELECT "id", "title" FROM "Deal" WHERE "ownerId" = $owner AND "amountCents" > $min', { bind: { owner: 'u1', min: 5 }, type: QueryTypes.SELECT });

// snippet: bind of an array
export const bindArray = (ids: string[]) => sequelize.query('SELECT "id" FROM "Lead" WHERE "id" = ANY($ids)', { bind: { ids }, type: QueryTypes.SELECT });

// snippet: insert type with transaction
export const insert = () => sequelize.transaction((transaction) =>
  sequelize.query('INSERT INTO "Tag" ("label") VALUES (:label) ON CONFLICT ("label") DO NOTHING', { replacements: { label: "it's" }, type: QueryTypes.INSERT, transaction }));

// snippet: list of tuples
export const tuples = () => sequelize.query('INSERT INTO "Team" ("id", "name") VALUES :rows ON CONFLICT DO NOTHING', { replacements: { rows: [['t1', 'A'], ['t2', 'B']] } });

// snippet: object with query and values
export const withValues = () => sequelize.query({ query: 'SELECT "stageName" FROM "PipelineStage" WHERE "sortOrder" > ?', values: [1] }, { type: QueryTypes.SELECT });

// snippet: literal
export const literal = () => sequelize.query('SELECT ' + sequelize.escape('Anna') + ` AS name, count(*) AS "noteCount" FROM "LeadNote"`, { plain: true, type: QueryTypes.SELECT });

// A migration of Knex.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('score_rules', (table) => {
    table.increments('id');
    table.string('rule_name').notNullable();
  });
  await knex.raw(`CREATE INDEX score_rules_name_idx ON score_rules (rule_name)`);
  await knex.raw('INSERT INTO score_rules (rule_name) VALUES (?)', ['first']);
  await knex.raw(`UPDATE "Lead" SET "scoreRuleId" = (SELECT id FROM score_rules LIMIT 1)`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`ALTER TABLE "Lead" DROP COLUMN IF EXISTS "scoreRuleId"`);
  await knex.schema.dropTableIfExists('score_rules');
}

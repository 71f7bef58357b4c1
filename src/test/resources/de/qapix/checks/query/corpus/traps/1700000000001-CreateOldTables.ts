// A migration in TypeScript: its schema is the one of its time, not today's.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOldTables1700000000001 implements MigrationInterface {
  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TYPE "public"."appointment_state_enum" AS ENUM('open', 'done')`);
    await queryRunner.query(`CREATE TABLE "appointment" ("id" SERIAL NOT NULL, "state" "public"."appointment_state_enum" NOT NULL DEFAULT 'open', "customer_name" character varying, CONSTRAINT "PK_appointment" PRIMARY KEY ("id"))`);
    await queryRunner.query(`ALTER TABLE "appointment" ADD "closed_at" TIMESTAMP`);
    await queryRunner.query(`INSERT INTO "appointment" ("customer_name", "closed_at") SELECT "name", now() FROM "customer_before_2020"`);
    await queryRunner.query(`ALTER TABLE "Lead" RENAME COLUMN "source" TO "leadSource"`);
    await queryRunner.query(`UPDATE "Lead" SET "oldSource" = "leadSource" WHERE "legacyFlag"`);
    await queryRunner.query(`ALTER TABLE "Lead" DROP COLUMN "oldSource"`);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "Lead" RENAME COLUMN "leadSource" TO "source"`);
    await queryRunner.query(`DROP TABLE "appointment"`);
    await queryRunner.query(`DROP TYPE "public"."appointment_state_enum"`);
  }
}

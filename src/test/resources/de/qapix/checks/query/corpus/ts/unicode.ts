import { pool, sql } from './db';

/* 🎉 Übersicht für München */ export const munich = () => pool.query('SELECT "id", "companyName" FROM "Lead" WHERE ("homeAddress").city = \'München\'');

const gruß = 'Schöne Grüße 👋'; export const greet = (id: string) => pool.query(`SELECT "firstName" || $2 AS "begrüßung" FROM "Lead" WHERE "id" = $1`, [id, gruß]);

export async function größte(anzahl: number) {
  const { rows } = await pool.query('SELECT /* 😀😀 größte zuerst */ d."title", d."amountCents" AS "größeInCent" FROM "Deal" d ORDER BY d."amountCents" DESC LIMIT $1', [anzahl]);
  return rows.map((zeile) => zeile.größeInCent);
}

export const flags = (emoji = '🇩🇪') => sql`/* 👩‍💻 */ select "id", ${emoji} || ' – ' || "displayName" as "mitFlagge" from "User" where "displayName" <> ${'ÄÖÜ'} -- 🧨 at the end
`;

export const pile = { '💩': () => pool.query("SELECT '💩' AS \"häufchen\", count(*) FROM call_log WHERE outcome <> 'reached'") };

export const escaped = () => pool.query('SELECT "id" FROM "Lead" WHERE "companyName" = \'M\u00fcller \u{1F600}\' AND\n"lastName" > \'\x41\'');

import { pool } from './db';

// Texts of the surface that begin like SQL, and two real queries between them.
export const texts = {
  create: `Create a new ${'deal'}`,
  createTable: 'Create table reservations in the restaurant module',
  select: 'Select an option',
  selectFrom: 'Select leads from the list, where possible with a score',
  update: "Update your profile",
  updateSet: 'Update the set of filters',
  remove: 'Delete this deal?',
  removeFrom: `Delete ${'it'} from the pipeline, where it doesn't belong`,
  insert: 'Insert into the slot until you hear a click',
  love: `With love, ${'Anna'}`,
  withAs: 'With the lead as (co-)owner select one of the teams',
  values: 'Values: openness, courage, respect',
  merge: 'Merge into one lead using the newest values',
  call: 'Call me maybe',
  explain: 'Explain to me again, please',
  set: 'Set the table',
  truncate: 'Truncate long titles',
  begin: 'Begin with a template; end with a handshake',
  grant: 'Grant access to all of your calendars',
  drop: 'Drop files here',
  alter: 'Alter Schwede!',
  do: 'Do it',
  show: 'Show all',
  copy: 'Copy link to clipboard',
} as const;

export const say = (n: number) => `Select ${n === 1 ? 'one lead' : `${n} leads`} from your list`;

export async function real() {
  console.log(`Update "Deal" dialog opened, set to ${texts.set}`);
  const r = await pool.query('SELECT count(*)::int AS n FROM "Lead"');
  throwIf(r.rows[0]?.n < 0, `Delete from "Lead" failed: it's ${r.rowCount}`);
  return pool.query(`UPDATE "Lead" SET "leadScore" = 0 WHERE "leadScore" < 0`);
}

function throwIf(condition: boolean, message: string) {
  if (condition) throw new Error(message);
}

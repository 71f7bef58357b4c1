// Declarations only.
declare module 'queries' {
  export type FindLead = 'SELECT "nick" FROM people WHERE id = $1';
  export function query<S extends `SELECT ${string} FROM ${string}`>(text: S): Promise<unknown>;
  export const DEFAULT: "DELETE FROM nothing";
}

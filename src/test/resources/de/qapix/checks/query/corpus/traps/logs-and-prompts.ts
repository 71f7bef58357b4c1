// No query is sent from here: messages, test titles, keyword lists, prompts, expressions that look for SQL.
const logger = console;
declare function it(title: string, f: () => void): void;
declare function t(key: string, values?: object): string;

export function report(e: Error, table: string, rows: number) {
  logger.log(`Select from ${table} returned ${rows} rows`);
  logger.warn('Insert into ' + table + ' failed: ' + e.message);
  logger.error(`DELETE FROM ${table} timed out`, e);
  throw new Error(`Update ${table} set to read-only, where possible`);
}

export const KEYWORDS = ['SELECT', 'FROM', 'WHERE', 'INSERT INTO', 'DELETE FROM', 'UPDATE', 'CREATE TABLE', 'WITH RECURSIVE'];
export const LOOKS_LIKE_SQL = /^\s*(select\s.+\sfrom|insert\s+into|update\s.+\sset|delete\s+from)\b/is;
export const isWrite = (s: string) => s.startsWith('INSERT INTO ') || s.startsWith("UPDATE ") || s.includes(`DELETE FROM `);

it('select from the list, where nothing is selected', () => {});
it(`updates "Deal" and sets the stage`, () => {});

export const PROMPT = `
  You write SQL for PostgreSQL. SELECT only, FROM the tables below, WHERE the question asks for it.
  Example: SELECT revenue FROM sales_figures WHERE year = 2024;
`;

export const FEW_SHOT = [
  { role: 'user', content: 'Which customers bought most?' },
  { role: 'assistant', content: 'SELECT customer_name, sum(total) FROM orders GROUP BY customer_name ORDER BY 2 DESC' },
];

export const confirmText = () => t('Delete from pipeline', { fallback: 'Delete from pipeline where the stage is empty' });

type Statement = 'SELECT * FROM nowhere' | `DELETE FROM ${string}`;
export const expected = (s: Statement) => expect(s).toContain('SELECT id FROM nowhere');
declare function expect(x: unknown): { toContain(s: string): void };

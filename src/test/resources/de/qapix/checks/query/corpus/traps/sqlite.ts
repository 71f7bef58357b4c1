// Another database: SQLite (better-sqlite3, node:sqlite, expo-sqlite).
import Database from 'better-sqlite3';

const db = new Database('cache.db');

db.pragma('journal_mode = WAL');
db.exec('PRAGMA foreign_keys = ON');
db.exec(`
  CREATE TABLE IF NOT EXISTS cache (key TEXT PRIMARY KEY, value BLOB, at INTEGER DEFAULT (unixepoch())) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS seen (id INTEGER PRIMARY KEY AUTOINCREMENT, uri TEXT UNIQUE ON CONFLICT IGNORE);
`);

const put = db.prepare('INSERT OR REPLACE INTO cache (key, value) VALUES (@key, @value)');
const get = db.prepare<[string]>('SELECT value FROM cache WHERE key = ?').pluck();
const old = db.prepare("DELETE FROM cache WHERE at < strftime('%s', 'now', ?)");

export const remember = (key: string, value: unknown) => put.run({ key, value: JSON.stringify(value) });
export const recall = (key: string) => JSON.parse(String(get.get(key) ?? 'null'));
export const forget = (days: number) => old.run(`-${days} days`);
export const tables = () => db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'c*'").all();

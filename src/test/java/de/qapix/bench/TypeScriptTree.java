package de.qapix.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A repository of TypeScript, made up: most of its files have no SQL; the others build it in every
 * style that there is, from pieces of their own and of other files, under many conditions.
 */
final class TypeScriptTree {

  private static final int TABLES = 20;
  private static final int FILES_IN_FOLDER = 40;
  private static final int SQL_FILES_IN_FOLDER = 8;

  private static final String ORDINARY =
      """
      export interface State# { status: string; items: string[]; selected?: string; count: number }
      export function reducer#(state: State#, action: { type: string; value?: string }): State# {
        switch (action.type) {
          case 'add': if (state.status === 'full') return state; return { ...state, items: [...state.items, action.value!] };
          case 'select': if (!action.value) return state; return { ...state, selected: action.value };
          case 'reset': return { ...state, items: [], status: 'idle' };
          default: return state;
        }
      }
      let state#: State# = { status: 'idle', items: [], count: 0 };
      state# = reducer#(state#, { type: 'add', value: 'select one' });
      state# = reducer#(state#, { type: 'select', value: 'update me' });
      state# = reducer#(state#, { type: 'reset' });
      export const label# = (count: number, open: boolean) => {
        let text = count === 0 ? 'Nothing selected' : count === 1 ? 'One item' : `${count} items`;
        if (open) text += ' are open';
        text = open ? text : text.trim();
        const parts: string[] = [];
        for (const item of state#.items) parts.push(`- ${item}`);
        return { title: 'Select an item', text, body: parts.join('\\n') };
      };
      """;

  private static final String HELPERS =
      """
      export const COLUMNS: Record<string, string> = { name: 'name', total: '"totalCents"', date: '"createdAt"' };
      export const paging = (limit?: number) => limit ? `LIMIT ${limit}` : '';
      export function where(filter: { name?: string; since?: Date; open?: boolean }) {
        const conditions: string[] = [];
        if (filter.name) conditions.push('t.name = $1');
        if (filter.since) conditions.push('t."createdAt" >= $2');
        if (filter.open) conditions.push('t.status = 1');
        return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
      }
      export function order(by: string) {
        switch (by) {
          case 'name': return 'ORDER BY t.name';
          case 'date': return 'ORDER BY t."createdAt" DESC';
          default: return 'ORDER BY t.id';
        }
      }
      """;

  private static final String QUERIES =
      """
      export const list# = (filter: any, by: string, limit?: number) =>
        pool.query(`SELECT t.id, t.name FROM table_@ t ${where(filter)} ${order(by)} ${paging(limit)}`);
      export const sorted# = (by: string) => pool.query('SELECT id FROM table_@ ORDER BY ' + COLUMNS[by]);
      export async function report#(options: any) {
        if (!options.from) {
          return pool.query('SELECT count(*) FROM table_@');
        }
        const grouped = options.kind === 'group';
        let sql = grouped ? 'SELECT t.name, sum(t."totalCents")' : 'SELECT t.name, t."totalCents"';
        sql += ' FROM table_@ t';
        if (options.owner) sql += ' JOIN owners o ON o.id = t."ownerId"';
        sql += ' WHERE t."createdAt" >= $1';
        if (options.owner) sql += ' AND o.name = $2';
        if (grouped) sql += ' GROUP BY t.name';
        return pool.query(sql, [options.from, options.owner]);
      }
      export const lines# = () => pool.query([
        'SELECT id,',
        '  name',
        'FROM table_@',
        `WHERE status IN (${[1, 2, 3].map((_, i) => `$${i + 1}`).join(', ')})`,
      ].join('\\n'), [1, 2, 3]);
      export const raw# = (ids: string[], open?: boolean) => prisma.$queryRaw`
        SELECT t.id FROM table_@ t
        WHERE t.id IN (${Prisma.join(ids)}) ${open ? Prisma.sql`AND t.status = ${1}` : Prisma.empty}`;
      class Repository# {
        private table = 'table_@';
        private columns = ['id', 'name', '"createdAt"'];
        all() { return pool.query(`SELECT ${this.columns.join(', ')} FROM ${this.table}`); }
        remove(kind: 'Owner' | 'Creator') { return pool.query(`DELETE FROM ${this.table} WHERE "${kind.toLowerCase()}Id" = $1`); }
      }
      export function search#(c: any) {
        let q = 'SELECT id FROM table_@ WHERE true';
        if (c.k0) q += ' AND status > 0'; if (c.k1) q += ' AND status > 1'; if (c.k2) q += ' AND status > 2';
        if (c.k3) q += ' AND status > 3'; if (c.k4) q += ' AND status > 4'; if (c.k5) q += ' AND status > 5';
        if (c.k6) q += ' AND status > 6'; if (c.k7) q += ' AND status > 7'; if (c.k8) q += ' AND status > 8';
        return pool.query(q);
      }
      """;

  private int lines;
  private int number;

  private TypeScriptTree() {}

  /**
   * Writes it.
   *
   * @param lines how many it has at least
   * @return how many it has
   */
  static int write(Path root, int lines) throws IOException {
    TypeScriptTree tree = new TypeScriptTree();
    Files.createDirectories(root.resolve("migrations"));
    Files.writeString(root.resolve("migrations/V1__tables.sql"), schema());
    for (int folder = 0; tree.lines < lines; folder++) {
      tree.folder(root.resolve("packages/p" + folder));
    }
    return tree.lines;
  }

  private static String schema() {
    StringBuilder sql = new StringBuilder("create table owners (id int primary key, name text);\n");
    for (int table = 0; table < TABLES; table++) {
      sql.append("create table table_").append(table);
      sql.append(
          " (id text primary key, name text, status int, \"totalCents\" bigint,"
              + " \"createdAt\" timestamptz, \"ownerId\" int, \"creatorId\" int);\n");
    }
    return sql.toString();
  }

  private void folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    write(folder.resolve("helpers.ts"), HELPERS);
    write(folder.resolve("index.ts"), "export * from './helpers';\n");
    for (int file = 0; file < FILES_IN_FOLDER; file++) {
      boolean sql = file < SQL_FILES_IN_FOLDER;
      StringBuilder text = new StringBuilder();
      if (sql) {
        text.append("import { Prisma } from '@prisma/client';\n");
        text.append("import { pool, prisma } from '../db';\n");
        text.append("import { COLUMNS, order, paging, where } from '.';\n");
        text.append(numbered(QUERIES));
      }
      for (int part = 0; part < 10; part++) {
        text.append(numbered(ORDINARY));
      }
      write(folder.resolve("file" + file + ".ts"), text.toString());
    }
  }

  private String numbered(String text) {
    number++;
    return text.replace("#", String.valueOf(number)).replace("@", String.valueOf(number % TABLES));
  }

  private void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    lines += (int) text.lines().count();
  }
}

// Another database: MySQL. Nothing here may be checked against PostgreSQL.
import mysql from 'mysql2/promise';

const pool = mysql.createPool({ uri: process.env.MYSQL_URL });

export const orders = (customer: number) => pool.execute('SELECT `id`, `total` FROM `shop_orders` WHERE `customer_id` = ? LIMIT 5, 10', [customer]);

export const save = (sku: string, stock: number) =>
  pool.query(`INSERT INTO \`stock\` (sku, amount) VALUES (?, ?) ON DUPLICATE KEY UPDATE amount = VALUES(amount)`, [sku, stock]);

export const bulk = (rows: unknown[][]) => pool.query('REPLACE INTO stock (sku, amount) VALUES ?', [rows]);

export const found = () => pool.query("SELECT SQL_CALC_FOUND_ROWS id, IFNULL(name, \"none\") AS n, DATE_FORMAT(created, '%Y-%m') FROM articles STRAIGHT_JOIN makers USING (maker_id)");

export const names = (table: string, columns: string[]) => pool.query('SELECT ?? FROM ?? WHERE id = ?', [columns, table, 1]);

export const upd = () => pool.execute('UPDATE stock s JOIN articles a ON a.sku = s.sku SET s.amount = 0 WHERE a.gone = 1 LIMIT 100');

// PostgreSQL, but not ours: the warehouse has its own connection and schema. To be left out by a setting, not by guessing.
import { Pool } from 'pg';

const warehouse = new Pool({ connectionString: process.env.WAREHOUSE_URL });

export const facts = (year: number) => warehouse.query('SELECT f.seller_key, sum(f.revenue) FROM mart.fact_sales f JOIN mart.dim_date d USING (date_key) WHERE d.year = $1 GROUP BY 1', [year]);
export const load = () => warehouse.query(`COPY mart.stage_sales FROM 's3://bucket/key' IAM_ROLE 'arn:aws:iam::1:role/x' FORMAT PARQUET`);
export const replicas = () => warehouse.query('SELECT server_id, replica_lag_in_msec FROM aurora_replica_status()');

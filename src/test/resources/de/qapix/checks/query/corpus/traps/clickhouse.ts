// Another database: ClickHouse.
import { createClient } from '@clickhouse/client';

const client = createClient({ url: process.env.CLICKHOUSE_URL });

export const visits = (site: string, from: string) => client.query({
  query: `
    SELECT toStartOfHour(ts) AS hour, uniqExact(visitor_id) AS visitors, countIf(kind = 'click') AS clicks
    FROM web_events FINAL
    PREWHERE site = {site:String}
    WHERE ts >= {from:DateTime}
    GROUP BY hour WITH TOTALS
    ORDER BY hour
    LIMIT 10 BY hour
    SETTINGS max_threads = 2`,
  query_params: { site, from },
  format: 'JSONEachRow',
});

export const make = () => client.command({ query: `CREATE TABLE IF NOT EXISTS web_events (ts DateTime, site LowCardinality(String)) ENGINE = MergeTree ORDER BY (site, ts)` });

export const wipe = () => client.exec({ query: 'ALTER TABLE web_events DELETE WHERE ts < now() - INTERVAL 1 YEAR' });

export const asText = async () => (await client.query({ query: 'SELECT arrayJoin(groupArray(site)) AS s FROM web_events FORMAT CSV' })).text();

import pg from 'pg';
import type { Sql } from '@/lib/database/db';
import { SITE_SETTINGS, withSettings } from '@/lib/database/session-settings';

const pool = new pg.Pool({ connectionString: withSettings(process.env.DATABASE_URL ?? '', SITE_SETTINGS), max: 10 });
const names = new Map<string, string>();

export async function ask<Row extends pg.QueryResultRow>({ text, values }: Sql): Promise<Row[]> {
  const name = names.get(text) ?? `bare_${names.size}`;
  names.set(text, name);
  return (await pool.query<Row>({ name, text, values })).rows;
}

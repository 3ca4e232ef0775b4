import pg from 'pg';
import { SITE_SETTINGS, withSettings } from '@/lib/database/session-settings';

const pool = new pg.Pool({ connectionString: withSettings(process.env.DATABASE_URL ?? '', SITE_SETTINGS), max: 10 });
const names = new Map<string, string>();

/** Runs a prepared statement; the same text is prepared once. */
export async function ask<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
  let name = names.get(text);
  if (name === undefined) {
    name = `bare_${names.size}`;
    names.set(text, name);
  }
  const { rows } = await pool.query<Row>({ name, text, values });
  return rows;
}

/** Hands out `$1`, `$2`… and keeps what they stand for. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

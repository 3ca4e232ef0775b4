import pg from 'pg';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: '-c plan_cache_mode=force_custom_plan -c timezone=UTC',
});
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

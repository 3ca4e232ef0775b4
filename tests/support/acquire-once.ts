// Run by the tests under another account, or killed half-way.
import { Client } from 'pg';
import { acquireDatabase } from '@/lib/database/embedded';

const [folder = '', name = 'postgres', stay = ''] = process.argv.slice(2);
try {
  const database = await acquireDatabase(folder, { name, say: (sentence) => process.stdout.write(`${sentence}\n`) });
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS kept (id serial, said timestamptz DEFAULT now())');
  await client.query('INSERT INTO kept DEFAULT VALUES');
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM kept');
  await client.end();
  process.stdout.write(`${JSON.stringify({ rows: rows[0]?.count, url: database.url, home: database.home })}\n`);
  if (stay === 'stay') {
    // A signal alone keeps no program alive.
    const alive = setInterval(() => {}, 60_000);
    await new Promise((resolve) => process.once('SIGTERM', resolve));
    clearInterval(alive);
  }
  await database.release();
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

import { expect, it } from 'vitest';
import { withClient } from '@/lib/cli/scratch';
import { POSTGRES_15, packagedPrograms, startPlainCluster } from '../support/plain-cluster';

const SERVERS = [
  { name: 'the PostgreSQL of the package', programs: packagedPrograms },
  { name: 'a PostgreSQL 15, where this machine has one', programs: async () => POSTGRES_15 },
];

it.each(SERVERS)('the bench starts, beside ours, a server that nothing was asked of: $name', async ({ programs }) => {
  const found = await programs();
  if (found === null) return;
  const { url, stop } = await startPlainCluster(found);
  try {
    const { rows } = await withClient(url, (client) =>
      client.query(`SELECT name, setting FROM pg_settings
        WHERE name IN ('fsync', 'jit', 'max_connections', 'random_page_cost', 'server_encoding') ORDER BY name`),
    );
    expect(rows.map(({ name, setting }) => [name, setting])).toEqual([
      ['fsync', 'on'],
      ['jit', 'on'],
      ['max_connections', '100'],
      ['random_page_cost', '4'],
      ['server_encoding', 'UTF8'],
    ]);
  } finally {
    stop();
  }
});

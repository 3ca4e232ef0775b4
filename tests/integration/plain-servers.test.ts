import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { withClient } from '@/lib/cli/scratch';
import { placeCluster } from '@/lib/database/placement';
import { plainServers, startPlainServer } from '@/tests/bench/plain-servers';
import { ROOT } from '../support/templates';

const folderOf = ({ folder }: { folder: string }) => `${folder}-test-${process.pid}`;
const servers = plainServers();

afterAll(async () => {
  for (const server of servers) {
    const { home } = await placeCluster(ROOT, folderOf(server));
    rmSync(home, { recursive: true, force: true });
  }
});

it.each(servers)('the bench starts, beside ours, a server that nothing was asked of: $name', async (server) => {
  const { url, stop } = await startPlainServer(ROOT, { ...server, folder: folderOf(server) });
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
    await stop();
  }
});

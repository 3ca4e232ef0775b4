import { freePort } from '@/lib/cli/port';
import { launch } from './launcher';
import { copyTemplate, dropDatabase, openTestServer } from './templates';

export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  // A site that already runs can be tested while it is written: both addresses are given then.
  if (process.env.E2E_BASE_URL && process.env.E2E_DATABASE_URL) return undefined;
  const { server, hash, release } = await openTestServer();
  const database = await copyTemplate(server, hash, 'seeded');
  const site = launch({
    port: await freePort(),
    settings: { DATABASE_URL: database, CONTACT_EMAIL: 'contact@fabriques.example' },
  });
  const leave = async () => {
    await site.stop();
    await dropDatabase(database);
    await release();
  };
  try {
    await site.ready;
  } catch (error) {
    await leave();
    throw error;
  }
  Object.assign(process.env, {
    E2E_BASE_URL: site.url,
    E2E_DATABASE_URL: database,
    // The back office has sites and databases of its own: what it writes disturbs no other test.
    E2E_DATABASE_SERVER: server,
    E2E_TEMPLATE_HASH: hash,
  });
  return leave;
}

import { freePort } from '@/lib/cli/port';
import { type Launched, launch } from './launcher';
import { copyTemplate, dropDatabase, openTestServer } from './templates';

export type SeededDatabase = { url: string; drop: () => Promise<void> };
export type SeededSite = Launched & { database: string; close: () => Promise<void> };

export async function copySeeded(): Promise<SeededDatabase> {
  const { server, hash, release } = await openTestServer();
  const url = await copyTemplate(server, hash, 'seeded');
  const drop = async () => {
    await dropDatabase(url);
    await release();
  };
  return { url, drop };
}

/** Ready, before a database of its own, which closing it drops: what it writes disturbs no other test. */
export async function openSeededSite(
  settings: Readonly<Record<string, string>> = {},
  given?: SeededDatabase,
): Promise<SeededSite> {
  const { url, drop } = given ?? (await copySeeded());
  const site = launch({ port: await freePort(), settings: { DATABASE_URL: url, ...settings } });
  const close = async () => {
    await site.stop();
    await drop();
  };
  try {
    await site.ready;
  } catch (error) {
    await close();
    throw error;
  }
  return { ...site, database: url, close };
}

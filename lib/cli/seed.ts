import { Client } from 'pg';
import { loadDefaultData } from '@/lib/default-data/load';
import { getSettings } from '@/lib/env';

/** Its own program: the communes are 10 MB that a server need not keep. */
export async function run(): Promise<void> {
  const client = new Client({ connectionString: getSettings().databaseUrl });
  await client.connect();
  try {
    await loadDefaultData(client);
  } finally {
    await client.end();
  }
}

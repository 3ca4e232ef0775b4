import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';

export const databaseAt = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};

export async function withClient<Result>(url: string, use: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  // A connection that is cut is told by what it was used for; unheard, it would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Itself when it is a file, none when it is not there; in the same order on every machine. */
export function filesOf(root: string): string[] {
  if (!existsSync(root)) return [];
  if (statSync(root).isFile()) return [root];
  return readdirSync(root)
    .toSorted()
    .flatMap((name) => filesOf(path.join(root, name)));
}

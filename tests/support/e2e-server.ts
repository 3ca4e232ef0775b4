import { openSeededSite } from './seeded-site';

export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  // A site that already runs can be tested while it is written: both addresses are given then.
  if (process.env.E2E_BASE_URL && process.env.E2E_DATABASE_URL) return undefined;
  const { url, database, close } = await openSeededSite({ CONTACT_EMAIL: 'contact@fabriques.example' });
  Object.assign(process.env, { E2E_BASE_URL: url, E2E_DATABASE_URL: database });
  return close;
}

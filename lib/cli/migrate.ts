import { runBesideSite } from './beside-site';
import { say } from './step.mjs';

/** Brings the database to this version, default data included: a host does it once, before several sites start on it. */
export const run = (): Promise<void> =>
  runBesideSite(
    () => null,
    async () => say('La base de données est prête pour cette version.'),
  );

import { runBesideSite } from './beside-site';
import { say } from './step.mjs';

/** A host does it once, before several sites start on one database. */
export const run = (): Promise<void> =>
  runBesideSite(
    () => null,
    async () => say('La base de données est prête pour cette version.'),
  );

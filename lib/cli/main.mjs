import path from 'node:path';
import { register } from 'tsx/esm/api';
import { openFilesSentence } from './open-files.mjs';

const commands = {
  start: './start.ts',
  dev: './dev.ts',
  build: './build-site.ts',
  migrate: './migrate.ts',
  seed: './seed.ts',
  'first-admin': './first-admin.ts',
  'admin:invite': './admin-invite.ts',
  'db:dump': './db-dump.ts',
  'db:restore': './db-restore.ts',
};

const fewFiles = openFilesSentence();
if (fewFiles !== null) {
  process.stderr.write(`${fewFiles}\n`);
  process.exit(1);
}
process.chdir(path.resolve(import.meta.dirname, '..', '..'));
const unregister = register();
const { run } = await import(commands[process.argv[2]]);
// What Next loads from now on is JavaScript that no loader needs to look at.
await unregister();
await run();

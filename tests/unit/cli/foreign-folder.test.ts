import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { foreignFolderSentence } from '@/lib/cli/foreign-folder.mjs';

const refused = (code: string) =>
  Object.assign(new Error(code), { code, path: path.join(os.tmpdir(), 'none', 'lock') });

it('a folder that is read-only is named in one sentence, with what to do', () => {
  expect(foreignFolderSentence(refused('EROFS'), '/app')).toMatch(
    new RegExp(`^Le dossier ${os.tmpdir()} est en lecture seule : .*npm run build.*DATABASE_URL\\.$`),
  );
});

it('another error is not taken for a folder of somebody else', () => {
  for (const error of [refused('ENOSPC'), new Error('no path'), undefined])
    expect(foreignFolderSentence(error, '/app')).toBeNull();
});

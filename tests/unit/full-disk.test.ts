import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullDiskSentence, isFullDisk } from '@/lib/database/full-disk.mjs';
import { ofAdapter, ofPrisma, ofServer, ofSystem, wrapped } from '../support/wrapped-errors';

/** In the language of the server, which is its owner's to choose. */
const OF_DATABASE = 'n’a pas pu étendre le fichier « base/5/1249 » : Aucun espace disponible sur le périphérique';
const FULL: unknown[] = [
  ofServer('53100', OF_DATABASE),
  ofSystem('ENOSPC', 'write'),
  ofSystem('EDQUOT', 'open'),
  ofAdapter({ kind: 'postgres', code: '53100', originalCode: '53100', message: OF_DATABASE }),
  ofPrisma('P2039', 'Database error.', { driverAdapterError: ofAdapter({ kind: 'postgres', originalCode: '53100' }) }),
];
const OTHERS: unknown[] = [
  ofServer('53200', 'out of memory'),
  ofServer('22P02', 'invalid input syntax for type integer: "no space left on device"'),
  // The system's limit of watched files bears the same code.
  Object.assign(ofSystem('ENOSPC', 'watch'), { message: 'ENOSPC: System limit for number of file watchers reached' }),
  ofSystem('EACCES', 'open'),
  null,
  'ENOSPC',
];

describe('a full disk', () => {
  it('is known by its code in whatever holds it, and nothing else is taken for it', () => {
    for (const error of FULL) expect(isFullDisk(error)).toBe(true);
    for (const error of OTHERS) expect(isFullDisk(error)).toBe(false);
    fc.assert(
      fc.property(wrapped(FULL), wrapped(OTHERS), (full, other) => {
        expect([isFullDisk(full), isFullDisk(other)]).toEqual([true, false]);
      }),
      { numRuns: 1_000 },
    );
  });

  it.runIf(existsSync('/dev/full'))('is known where the system itself says it', async () => {
    const error: unknown = await writeFile('/dev/full', 'x').catch((reason: unknown) => reason);
    expect(isFullDisk(error)).toBe(true);
    expect(fullDiskSentence(error)).toMatch(/^Le disque est plein : .*\nENOSPC: no space left on device, write$/);
  });

  it.each([
    'initdb: error: could not write to file "pg_wal/xlogtemp.1": No space left on device',
    'npm error nospc ENOSPC: no space left on device, write',
    'Caused by: No space left on device (os error 28)',
    'cp: error writing ‘x’: Disk quota exceeded',
  ])('is read in what a program printed: %s', (line) => {
    const printed = Object.assign(new Error('Command failed'), {
      stderr: `Something before\n  ${line}\nsomething after`,
    });
    const sentence = `Le disque est plein : libérez de la place, puis recommencez. Ce qui était enregistré n’est pas perdu.\n${line}`;
    expect(fullDiskSentence(printed)).toBe(sentence);
    expect(fullDiskSentence(new Error(`La construction du site a échoué :\n${line}`))).toBe(sentence);
  });

  it('has no sentence when it is not full', () => {
    for (const error of [new Error('boom'), ofSystem('EACCES', 'open'), undefined])
      expect(fullDiskSentence(error)).toBeNull();
  });
});

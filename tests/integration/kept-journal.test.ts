import { describe, expect, it } from 'vitest';
import { getDb, getPool } from '@/lib/database/db';
import { useTestDatabase } from '../support/test-database';

useTestDatabase('seeded');

describe('the journal', () => {
  it('begins with the default data, in one line', async () => {
    expect(await getDb().auditEntry.findMany()).toMatchObject([
      { action: 'data.loaded', origin: 'program', actorId: null, after: { structures: 382 } },
    ]);
  });

  it.each(['UPDATE audit_entry SET action = $$a.b$$', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry CASCADE'])(
    'refuses %s',
    async (statement) => {
      await expect(getPool().query(statement)).rejects.toThrow('never rewritten');
    },
  );
});

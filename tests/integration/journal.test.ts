import { describe, expect, it } from 'vitest';
import { recordAudit } from '@/lib/audit/record';
import { getDb } from '@/lib/database/db';
import { journalHref, NOBODY, parseJournalFilter } from '@/lib/journal/filter';
import { factWords } from '@/lib/journal/labels';
import { listAuthors, listJournal, PAGE_SIZE } from '@/lib/journal/queries';
import { TERMINAL } from '@/lib/permissions/actor';
import { addUser, NATIONAL } from '../support/office';
import { useTestDatabase } from '../support/test-database';

useTestDatabase('migrated');

const asked = (raw: Record<string, string>) => listJournal(parseJournalFilter(raw), NATIONAL);

describe('the journal', () => {
  it('is read by person, kind and Paris day, in pages of fifty, the last one beyond the end', async () => {
    const author = await addUser('administrator');
    const db = getDb();
    const change = { action: 'user.disabled', subjectKind: 'user', subjectId: author.id } as const;
    for (let line = 0; line < PAGE_SIZE + 3; line += 1) await recordAudit(db, author, change);
    await recordAudit(db, TERMINAL, { ...change, subjectKind: 'access-link' });
    // Half past midnight of the 2nd in Paris, still the 1st in UTC.
    await db.auditEntry.create({
      data: {
        at: new Date('2026-06-01T22:30:00Z'),
        origin: 'program',
        action: 'data.loaded',
        subjectKind: 'data',
        subjectId: 'x',
      },
    });

    const all = await asked({});
    expect([all.total, all.pages, all.entries.length]).toEqual([PAGE_SIZE + 5, 2, PAGE_SIZE]);
    const last = await asked({ page: '99' });
    expect([last.page, last.entries.length]).toEqual([2, 5]);
    expect((await asked({ qui: author.id })).total).toBe(PAGE_SIZE + 3);
    expect((await asked({ qui: NOBODY })).total).toBe(2);
    expect((await asked({ type: 'access-link' })).entries).toMatchObject([{ origin: 'terminal', actorName: null }]);
    expect((await asked({ du: '2026-06-02', au: '2026-06-02' })).total).toBe(1);
    expect((await asked({ du: '2026-06-01', au: '2026-06-01' })).total).toBe(0);
    expect(await listAuthors()).toEqual([{ id: author.id, name: expect.any(String) }]);
  });

  it('falls back on what is asked wrongly, and keeps it out of the address', () => {
    const filter = parseJournalFilter({ qui: ['a', 'b'], type: 'inconnu', du: '2026-13-45', page: '-2' });
    expect(filter).toEqual({ qui: 'a', type: null, fiche: null, du: null, au: null, page: 1 });
    expect(journalHref('/admin/journal', { ...filter, page: 3 })).toBe('/admin/journal?qui=a&page=3');
  });

  it('says field by field what changed, and leaves out what did not', () => {
    const before = { role: 'reader', regions: null, disabled: false };
    const after = { role: 'editor', regions: ['53', '99'], disabled: false, link: 'abc' };
    expect(factWords({ subjectKind: 'user', before, after }, new Map([['53', 'Bretagne']]))).toEqual([
      { field: 'rôle', before: 'Lecture', after: 'Édition' },
      { field: 'régions', before: 'toute la France', after: '99 et Bretagne' },
    ]);
  });
});

import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { slugify } from '@/lib/text/plain-words';
import type { Saved } from './site-save';

const UPDATE = {
  name: 'save_structure',
  text: `UPDATE structure SET name = $2, slug = $3, version = version + 1, updated_at = now() WHERE id = $1
    RETURNING version`,
};
const JOURNAL = {
  name: 'save_journal',
  text: `INSERT INTO audit_entry (actor_id, origin, action, subject_kind, subject_id, before, after)
    VALUES ($1, 'interface', 'structure.saved', 'structure', $2, $3, $4)`,
};
const KEY = {
  name: 'save_key',
  text: 'INSERT INTO form_key (key, actor_id, result, written_at) VALUES ($1, $2, $3, now())',
};

/** As long as the answer that the site seals for « Version 1000 enregistrée. ». */
const SEALED = JSON.stringify('0'.repeat(180));

/** No session, check or lock, and the sources are left alone. The triggers do the same work for both. */
export async function prepareSaves(client: ClientBase, structureId: string, actorId: string) {
  const { rows: read } = await client.query<{ name: string; commune: string }>(
    'SELECT s.name, c.name AS commune FROM structure s JOIN commune c ON c.code = s.commune_code WHERE s.id = $1',
    [structureId],
  );
  let { name: before, commune } = read[0] ?? { name: '', commune: '' };
  return async (name: string): Promise<Saved> => {
    const began = performance.now();
    await client.query('BEGIN');
    const slug = slugify(`${name} ${commune}`);
    const { rows } = await client.query<{ version: number }>({ ...UPDATE, values: [structureId, name, slug] });
    const version = rows[0]?.version ?? Number.NaN;
    const told = [
      { name: before, version: version - 1 },
      { name, version },
    ].map((facts) => JSON.stringify(facts));
    await client.query({ ...JOURNAL, values: [actorId, structureId, ...told] });
    await client.query({ ...KEY, values: [randomUUID(), actorId, SEALED] });
    await client.query('COMMIT');
    before = name;
    return { milliseconds: performance.now() - began, bytes: 0 };
  };
}

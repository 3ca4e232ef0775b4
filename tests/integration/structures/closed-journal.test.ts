import { describe, expect, it } from 'vitest';
import { getPool } from '@/lib/database/db';
import * as structures from '@/lib/structures/commands';
import { giveAward, useActor } from '../../support/office-records';
import { createStructure } from '../../support/structure-desk';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();
const admin = useActor();

const create = (name = 'Projet confidentiel') => createStructure({ name }, admin);

const REMOVE_ROWS = `WITH a AS (DELETE FROM instalment i USING award w WHERE w.id = i.award_id AND w.structure_id = $1),
  s AS (DELETE FROM structure_source WHERE structure_id = $1),
  g AS (DELETE FROM structure_slug WHERE structure_id = $1)
  DELETE FROM award WHERE structure_id = $1`;
const TELL = `INSERT INTO audit_entry (origin, action, subject_kind, subject_id)
  VALUES ('terminal', 'structure.erased', 'structure', $1)`;
const FORGET = `DELETE FROM audit_entry WHERE split_part(subject_id, '/', 1) = $1 AND action <> 'structure.erased'`;
const DROP_STRUCTURE = 'DELETE FROM structure WHERE id = $1';

/** What one transaction of direct SQL comes to; it is never kept. */
async function attempt(id: string, statements: readonly string[]): Promise<string> {
  const client = await getPool().connect();
  try {
    await client.query('BEGIN');
    for (const statement of statements) await client.query(statement, statement.includes('$1') ? [id] : []);
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
const REFUSED = /^the journal is never rewritten: (UPDATE|DELETE|TRUNCATE) of audit_entry is refused$/;

describe('the journal, by direct SQL,', () => {
  it('gives up the lines of a draft that the same transaction erased and told', async () => {
    const id = await create();
    expect(await attempt(id, [REMOVE_ROWS, DROP_STRUCTURE, TELL, FORGET])).toBe('accepted');
  });

  it('is refused any rewriting of a draft that is there, untold, or told in an earlier transaction', async () => {
    const id = await create();
    expect(await attempt(id, [TELL, FORGET])).toMatch(REFUSED);
    expect(await attempt(id, [REMOVE_ROWS, DROP_STRUCTURE, FORGET])).toMatch(REFUSED);
    const SOMETHING_ELSE = TELL.replace('structure.erased', 'structure.saved');
    const BEGINNING = `DELETE FROM audit_entry WHERE subject_id = $1 AND action = 'structure.created'`;
    expect(await attempt(id, [REMOVE_ROWS, DROP_STRUCTURE, SOMETHING_ELSE, BEGINNING])).toMatch(REFUSED);
    await getPool().query(TELL, [id]);
    expect(await attempt(id, [REMOVE_ROWS, DROP_STRUCTURE, FORGET])).toMatch(REFUSED);
    expect(await attempt(id, [`UPDATE audit_entry SET after = NULL WHERE subject_id = $1`])).toMatch(REFUSED);
    expect(await attempt(id, ['TRUNCATE audit_entry'])).toMatch(REFUSED);
  });

  it('never gives up the line of an erasure, nor that of another record with it', async () => {
    const [id, other] = [await create(), await create('Autre lieu encore')];
    const ALL = `DELETE FROM audit_entry WHERE subject_id = $1`;
    expect(await attempt(id, [REMOVE_ROWS, DROP_STRUCTURE, TELL, ALL])).toMatch(REFUSED);
    expect(await attempt(id, [REMOVE_ROWS, DROP_STRUCTURE, TELL, FORGET, ALL])).toMatch(REFUSED);
    const WITH_ANOTHER = `DELETE FROM audit_entry WHERE action <> 'structure.erased' AND subject_id IN ($1, '${other}')`;
    expect(await attempt(id, [REMOVE_ROWS, DROP_STRUCTURE, TELL, WITH_ANOTHER])).toMatch(REFUSED);
    const BUT_THE_LAST = `DELETE FROM audit_entry WHERE subject_id = $1 AND id < (SELECT max(id) FROM audit_entry)`;
    expect(await attempt(id, [REMOVE_ROWS, DROP_STRUCTURE, TELL, TELL, BUT_THE_LAST])).toMatch(REFUSED);
    const NAMESAKE = `INSERT INTO audit_entry (origin, action, subject_kind, subject_id)
      VALUES ('terminal', 'wave.created', 'wave', $1)`;
    expect(await attempt(id, [NAMESAKE, REMOVE_ROWS, DROP_STRUCTURE, TELL, FORGET])).toMatch(REFUSED);
  });

  it('is refused that of a structure which was public once, or was there before the journal', async () => {
    const id = await create();
    await giveAward(id);
    await structures.publishStructure({ id, version: 1 }, admin);
    await structures.withdrawStructure({ id, version: 2 }, admin);
    expect(await attempt(id, [REMOVE_ROWS, DROP_STRUCTURE, TELL, FORGET])).toMatch(REFUSED);
    // What says that it was public, left where it is.
    const BUT_PUBLICATION = `${FORGET} AND action = 'structure.created'`;
    expect(await attempt(id, [REMOVE_ROWS, DROP_STRUCTURE, TELL, BUT_PUBLICATION])).toMatch(REFUSED);
    const LOADED = 'fabt-153';
    await structures.archiveStructure({ id: LOADED, version: 1 }, admin);
    expect(await attempt(LOADED, [REMOVE_ROWS, DROP_STRUCTURE, TELL, FORGET])).toMatch(REFUSED);
  });
});

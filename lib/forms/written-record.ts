import { queryRows, sql } from '@/lib/database/db';
import { awardKeyFrom } from '@/lib/domain/award-key';
import { awardHref, structureHref, waveHref } from '@/lib/domain/office-href';
import type { FormState } from './form-state';

type Link = NonNullable<FormState['links']>[number];
type Subject = { kind: string; id: string };

function linkTo({ kind, id }: Subject): Link | null {
  if (kind === 'structure') return { words: 'Voir la fiche', href: structureHref(id) };
  if (kind === 'wave') return { words: 'Voir la vague', href: waveHref(id) };
  if (kind === 'award') return { words: 'Voir la labellisation', href: awardHref(awardKeyFrom(id)) };
  return null;
}

/** One transaction wrote the mark of the form and the line of the journal. */
export async function recordOfForm(key: string): Promise<Link | null> {
  const subjects = await queryRows<Subject>(sql`
    SELECT DISTINCT replace(e.subject_kind, 'instalment', 'award') AS kind, e.subject_id AS id
    FROM form_key k JOIN audit_entry e ON e.actor_id = k.actor_id AND e.at >= k.at AND e.xmin = k.xmin
    WHERE k.key = ${key}::uuid AND k.written_at IS NOT NULL LIMIT 2`);
  const [subject, another] = subjects;
  return subject && !another ? linkTo(subject) : null;
}

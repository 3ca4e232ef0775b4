import { DetailedError, type DomainCode } from '@/lib/errors';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { type Actor, mayAct } from '@/lib/permissions/actor';
import type { Permission } from '@/lib/permissions/policy';
import { recordHref } from './record-href';

/** So many records are named in a refusal; the count says the rest. */
const MOST_NAMED = 20;

type Link = { words: string; href: string };
/** By name of what was sent, what the form holds from now on. */
type Values = Readonly<Record<string, string[]>>;

/** Whether the records were ticked in a table, or are those of a batch to be taken back. */
export type Among = 'ticked' | 'batch';

const NOUNS: Record<Among, [one: string, many: string]> = {
  ticked: ['structure cochée', 'structures cochées'],
  batch: ['structure de ce lot', 'structures de ce lot'],
};

/** « 2 structures cochées sont hors de vos régions ». */
function counted(count: number, among: Among, verb: [one: string, many: string]): string {
  const [one, many] = NOUNS[among];
  return `${formatInteger(count)} ${plural(count, one, many)} ${plural(count, ...verb)}`;
}

const wayOut = (count: number, among: Among) =>
  among === 'ticked' ? ` ${plural(count, 'Décochez-la', 'Décochez-les')}, puis recommencez.` : '';

/** Refuses an act on many records and names those that stand in its way. */
export function refuseNaming(code: DomainCode, sentence: string, links: readonly Link[], values?: Values): never {
  const rest = links.length > MOST_NAMED ? ` En voici les ${MOST_NAMED} premières.` : '';
  throw new DetailedError(code, {
    sentence: `${sentence}${rest}`,
    links: links.slice(0, MOST_NAMED),
    ...(values && { values }),
  });
}

/** Where staff look after a record. */
const toOffice = (id: string, words: string): Link => ({ words, href: `/admin/structures/${id}` });

/** Refuses ticked records that are gone; `left` is what the form holds without them. */
export function refuseGone(count: number, left: Values): void {
  if (count === 0) return;
  refuseNaming(
    'structure-unknown',
    `${counted(count, 'ticked', ['n’existe plus', 'n’existent plus'])}\u00A0: rien n’a été enregistré. Recommencez avec les autres.`,
    [],
    left,
  );
}

export type Placed = { id: string; name: string; slug: string; regionCode: string; isPublic: boolean };

/**
 * Refuses records outside the régions of the actor. A draft or an archived record does not exist for them: it is counted,
 * never named; the others lead to what the public sees.
 */
export function refuseOutside(
  actor: Actor,
  permissions: readonly Permission[],
  structures: readonly Placed[],
  among: Among,
): void {
  const outside = structures.filter(({ regionCode }) => !permissions.every((one) => mayAct(actor, one, [regionCode])));
  if (outside.length === 0) return;
  const seen = outside.filter(({ isPublic }) => isPublic);
  const hidden = outside.length - seen.length;
  const unnamed = hidden > 0 ? ` (dont ${formatInteger(hidden)} non ${plural(hidden, 'publiée', 'publiées')})` : '';
  refuseNaming(
    'out-of-scope',
    `${counted(outside.length, among, ['est hors de vos régions', 'sont hors de vos régions'])}${unnamed}\u00A0: rien n’a été enregistré.${wayOut(outside.length, among)}`,
    seen.map(({ name, slug }) => ({ words: name, href: recordHref(slug) })),
  );
}

/** Refuses ticked records saved since they were shown; `present` is what the form holds with their present versions. */
export function refuseEdited(edited: readonly Placed[], present: Values): void {
  if (edited.length === 0) return;
  refuseNaming(
    'edited-meanwhile',
    `${counted(edited.length, 'ticked', ['a été modifiée', 'ont été modifiées'])} entre-temps par quelqu’un d’autre\u00A0: rien n’est encore enregistré. Relisez avant de recommencer\u00A0: ${plural(edited.length, 'elle reste cochée, telle qu’elle est', 'elles restent cochées, telles qu’elles sont')} maintenant.`,
    edited.map(({ id, name }) => toOffice(id, name)),
    present,
  );
}

/** Refuses to make records public without what a public record has; each says what it lacks. */
export function refuseIncomplete(incomplete: readonly (Placed & { missing: string })[], among: Among): void {
  if (incomplete.length === 0) return;
  refuseNaming(
    'structure-incomplete',
    `${counted(incomplete.length, among, ['ne peut pas être publique', 'ne peuvent pas être publiques'])}\u00A0: rien n’a été enregistré.${wayOut(incomplete.length, among)}`,
    incomplete.map(({ id, name, missing }) => toOffice(id, `${name}\u00A0: il manque ${missing}`)),
  );
}

/** Refuses to take back records on which someone worked since. */
export function refuseChangedSince(changed: readonly Link[]): void {
  if (changed.length === 0) return;
  refuseNaming(
    'edited-since',
    `${counted(changed.length, 'batch', ['a changé', 'ont changé'])} depuis\u00A0: rien n’a été défait, pour ne pas effacer ce travail. Revenez en arrière fiche par fiche.`,
    changed,
  );
}

'use server';

import { emptyDirectoryCache } from '@/lib/cache';
import { structureHref } from '@/lib/domain/office-href';
import { formAction } from '@/lib/forms/form-action';
import * as structures from '@/lib/structures/commands';
import { getEditedStructure } from '@/lib/structures/history';
import { lookUpPosition } from '@/lib/structures/look-up';
import { toFacts } from '@/lib/structures/resolve';
import { eraseForm, restoreForm, structureForm, structureReference } from '@/lib/structures/schema';

export const saveStructure = formAction('structure:edit', structureForm, async ({ id, version, asked }, who) => {
  if (asked.kind === 'look-up') return lookUpPosition(asked);
  const { keepSaved } = asked.typed;
  const typed = await toFacts(asked.typed, await getEditedStructure(id), version);
  const saved = await structures.saveStructure(
    { id, version, typed, keepSaved, isDuplicateAccepted: asked.isDuplicateAccepted },
    who,
  );
  emptyDirectoryCache();
  return { message: saved === version ? 'Rien n’avait changé.' : `Version ${saved} enregistrée.` };
});

/** The button that was pressed is gone from the page that follows: the sentence stands on it. */
const done = ({ id }: { id: string }, what: string) => ({ goTo: `${structureHref(id)}?fait=${what}` });

export const publishStructure = formAction('structure:publish', structureReference, async (reference, who) => {
  await structures.publishStructure(reference, who);
  emptyDirectoryCache();
  return done(reference, 'publiee');
});

export const withdrawStructure = formAction('structure:publish', structureReference, async (reference, who) => {
  await structures.withdrawStructure(reference, who);
  emptyDirectoryCache();
  return done(reference, 'retiree');
});

export const archiveStructure = formAction('structure:archive', structureReference, async (reference, who) => {
  await structures.archiveStructure(reference, who);
  emptyDirectoryCache();
  return done(reference, 'archivee');
});

export const unarchiveStructure = formAction('structure:archive', structureReference, async (reference, who) => {
  await structures.unarchiveStructure(reference, who);
  emptyDirectoryCache();
  return done(reference, 'desarchivee');
});

export const eraseDraft = formAction('structure:erase', eraseForm, async (reference, who) => {
  await structures.eraseDraft(reference, who);
  return { goTo: '/admin/structures?fait=effacee' };
});

export const restoreVersion = formAction('structure:edit', restoreForm, async (reference, who) => {
  await structures.restoreVersion(reference, who);
  emptyDirectoryCache();
  return { goTo: `${structureHref(reference.id)}?fait=retablie` };
});

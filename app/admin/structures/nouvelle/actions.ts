'use server';

import { structureHref } from '@/lib/domain/office-href';
import { formAction } from '@/lib/forms/form-action';
import * as structures from '@/lib/structures/commands';
import { lookUpPosition } from '@/lib/structures/look-up';
import { toFacts } from '@/lib/structures/resolve';
import { newStructureForm } from '@/lib/structures/schema';

export const createStructure = formAction('structure:edit', newStructureForm, async (asked, who) => {
  if (asked.kind === 'look-up') return lookUpPosition(asked);
  const id = await structures.createStructure(await toFacts(asked.typed, null, null), asked.isDuplicateAccepted, who);
  return { goTo: `${structureHref(id)}?fait=creee` };
});

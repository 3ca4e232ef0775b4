import { z } from 'zod';
import { confirmed, ticked, version } from '@/lib/fields/typed';
import { line } from '@/lib/fields/typed-text';
import { CHOICE_PREFIX } from '@/lib/forms/form-state';
import { ROLES } from '@/lib/permissions/policy';

const LONGEST_EMAIL = 254;

export const emailAddress = z
  .string('Saisissez une adresse de courriel.')
  .trim()
  .toLowerCase()
  .max(LONGEST_EMAIL, `Au plus ${LONGEST_EMAIL} caractères.`)
  .pipe(z.email('Une adresse complète est attendue, par exemple prenom.nom@exemple.fr.'));

export const personName = line(120, 'Saisissez un nom.');

const role = z.enum(ROLES, 'Choisissez un rôle.');
const regions = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value ?? []].flat());

type RawScope = { role: (typeof ROLES)[number]; portee?: 'france' | 'regions' | undefined; regions: string[] };

/** Only an editor is held to régions; elsewhere what the form says of them is without effect. */
const toScope = ({ role: given, portee, regions: codes }: RawScope) => ({
  role: given,
  regionScope: given === 'editor' && portee === 'regions' ? [...new Set(codes)].toSorted() : null,
});

const scopeFields = {
  role,
  portee: z.enum(['france', 'regions'], 'Choisissez toute la France ou des régions.').optional(),
  regions,
};
const namesRegion = ({ role: given, portee, regions: codes }: RawScope) =>
  given !== 'editor' || portee !== 'regions' || codes.length > 0;
const REGION_MISSING = { path: ['regions'], message: 'Choisissez au moins une région.' };

export const invitationForm = z
  .object({ email: emailAddress, ...scopeFields })
  .refine(namesRegion, REGION_MISSING)
  .transform(({ email, ...scope }) => ({ email, ...toScope(scope) }));

const userId = z.string().min(1).max(60);
const ROLE_CHOICE = `${CHOICE_PREFIX}role` as const;

export const roleForm = z
  .object({
    userId,
    version,
    ...scopeFields,
    [ROLE_CHOICE]: z.string().optional(),
    confirm: ticked,
  })
  .refine(namesRegion, REGION_MISSING)
  .transform(({ userId: id, version: read, [ROLE_CHOICE]: choice, confirm, ...scope }) => ({
    userId: id,
    version: read,
    isSavedKept: choice === 'saved',
    isConfirmed: confirm,
    ...toScope(scope),
  }));

export const linkRequest = z.object({ userId });
export const userReference = z.object({ userId, version });
export const forgetForm = z.object({
  userId,
  version,
  confirm: confirmed('Cochez la case pour confirmer : rien ne pourra le défaire.'),
});
export const linkReference = z.object({ linkId: z.string().min(1).max(60) });

export type RoleAndScope = { role: (typeof ROLES)[number]; regionScope: string[] | null };

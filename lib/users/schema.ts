import { z } from 'zod';
import { ROLES } from '@/lib/auth/policy';
import { CHOICE_PREFIX } from '@/lib/form-state';
import { INVISIBLE } from '@/lib/text/invisible';

const LONGEST_NAME = 120;
const LONGEST_EMAIL = 254;

export const emailAddress = z
  .string('Saisissez une adresse de courriel.')
  .trim()
  .toLowerCase()
  .max(LONGEST_EMAIL, `Au plus ${LONGEST_EMAIL} caractères.`)
  .pipe(z.email('Une adresse complète est attendue, par exemple prenom.nom@exemple.fr.'));

export const personName = z
  .string('Saisissez un nom.')
  .trim()
  .min(1, 'Saisissez un nom.')
  .max(LONGEST_NAME, `Au plus ${LONGEST_NAME} caractères.`)
  .refine((name) => !INVISIBLE.test(name), 'Ce nom contient un signe invisible.');

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
/** That of the page that was read: a change made meanwhile is refused. */
const version = z.coerce.number().int().min(1);
const ROLE_CHOICE = `${CHOICE_PREFIX}role` as const;

export const roleForm = z
  .object({
    userId,
    version,
    ...scopeFields,
    [ROLE_CHOICE]: z.string().optional(),
    confirm: z.literal('oui').optional().catch(undefined),
  })
  .refine(namesRegion, REGION_MISSING)
  .transform(({ userId: id, version: read, [ROLE_CHOICE]: choice, confirm, ...scope }) => ({
    userId: id,
    version: read,
    isSavedKept: choice === 'saved',
    isConfirmed: confirm === 'oui',
    ...toScope(scope),
  }));

export const linkRequest = z.object({ userId });
export const userReference = z.object({ userId, version });
export const forgetForm = z.object({
  userId,
  version,
  confirm: z.literal('oui', 'Cochez la case pour confirmer : rien ne pourra le défaire.'),
});
export const linkReference = z.object({ linkId: z.string().min(1).max(60) });

export type RoleAndScope = { role: (typeof ROLES)[number]; regionScope: string[] | null };

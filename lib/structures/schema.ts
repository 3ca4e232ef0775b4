import { z } from 'zod';
import { TERRITORIES } from '@/lib/domain/territory';
import { confirmed, orNull, ticked, version } from '@/lib/fields/typed';
import { day } from '@/lib/fields/typed-days';
import { degrees } from '@/lib/fields/typed-numbers';
import { optionalPhone } from '@/lib/fields/typed-phone';
import { line, optionalAddress, optionalLine, paragraphs } from '@/lib/fields/typed-text';
import { CHOICE_PREFIX } from '@/lib/forms/form-state';
import { FACT_GROUP_NAMES } from './facts';
import type { FactGroup } from './fields';
import { isRna, isSiret } from './rules';

export const MOST_SOURCES = 12;
const LONGEST_DESCRIPTION = 2_000;

const withoutSeparators = (most: number) =>
  z.preprocess((value) => (typeof value === 'string' ? value.replaceAll(/[\s.-]/gu, '') : value), optionalLine(most));

const identity = z.object({
  name: line(200, 'Saisissez un nom.'),
  officialName: optionalLine(300),
  siret: withoutSeparators(40).refine(
    (siret) => siret === null || isSiret(siret),
    'Quatorze chiffres, dont le dernier vérifie les autres : relisez-les.',
  ),
  rna: withoutSeparators(40)
    .transform((rna) => rna?.toUpperCase() ?? null)
    .refine((rna) => rna === null || isRna(rna), 'Un W et neuf signes, par exemple W751000001.'),
});

const location = z.object({
  commune: line(120, 'Saisissez une commune.'),
  communeChoice: z
    .string()
    .regex(/^[0-9][0-9AB]\d{3}$/)
    .optional()
    .catch(undefined),
  address: optionalLine(300),
  postcode: optionalLine(10).refine(
    (postcode) => postcode === null || /^\d{5}$/.test(postcode),
    'Cinq chiffres, par exemple 59100.',
  ),
  positionKind: z.enum(['address', 'commune', 'unknown'], 'Choisissez une position.').default('unknown'),
  latitude: degrees(85),
  longitude: degrees(180),
  geocoded: z.string().max(1_000).optional().catch(undefined),
});

const territory = z.object({
  territory: z.enum(TERRITORIES, 'Choisissez un territoire.').default('unknown'),
  territoryBasis: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(['announcement', 'insee_density', 'source'], 'Choisissez dans la liste.').optional(),
  ),
  qpvName: optionalLine(200),
});

const presentation = z.object({
  website: optionalAddress,
  phone: optionalPhone,
  description: paragraphs(LONGEST_DESCRIPTION),
  descriptionSourceUrl: optionalAddress,
});

const contact = z.object({
  contactName: optionalLine(120),
  contactEmail: optionalLine(254).refine(
    (email) => email === null || z.email().safeParse(email).success,
    'Une adresse complète est attendue, par exemple contact@exemple.fr.',
  ),
  contactPhone: optionalLine(30).refine(
    (phone) => phone === null || /^[0-9+(). -]{4,30}$/.test(phone),
    'Des chiffres, par exemple 03 20 00 00 00.',
  ),
  contactPublished: ticked,
});

const source = z.object({
  url: optionalAddress,
  title: optionalLine(200),
  publishedOn: orNull(day),
});

type TypedSource = { url: string; title: string; publishedOn: string | null };

function readSources(raw: Record<string, unknown>, ctx: z.RefinementCtx): TypedSource[] {
  const kept: TypedSource[] = [];
  const refuse = (name: string, message: string) => ctx.addIssue({ code: 'custom', path: [name], message });
  for (let at = 0; at < MOST_SOURCES; at += 1) {
    const given = {
      url: raw[`sourceUrl-${at}`],
      title: raw[`sourceTitle-${at}`],
      publishedOn: raw[`sourceDate-${at}`],
    };
    const read = source.safeParse(given);
    if (!read.success) {
      for (const { path, message } of read.error.issues) {
        refuse(
          `${{ url: 'sourceUrl', title: 'sourceTitle', publishedOn: 'sourceDate' }[String(path[0])]}-${at}`,
          message,
        );
      }
      continue;
    }
    const { url, title, publishedOn } = read.data;
    if (!url && !title && !publishedOn) continue;
    if (!url) refuse(`sourceUrl-${at}`, 'L’adresse de la page manque.');
    else if (kept.some((one) => one.url === url)) refuse(`sourceUrl-${at}`, 'Cette page est déjà dans la liste.');
    else kept.push({ url, title: title ?? new URL(url).host, publishedOn });
  }
  return kept;
}

const keptGroups = (raw: Record<string, unknown>): FactGroup[] =>
  FACT_GROUP_NAMES.filter((group) => raw[CHOICE_PREFIX + group] === 'saved');

const fields = z.object({
  ...identity.shape,
  ...location.shape,
  ...territory.shape,
  ...presentation.shape,
  ...contact.shape,
});

/** What would be dropped is refused, so that nothing typed is lost unsaid. */
function refuseContradictions(typed: z.infer<typeof fields>, ctx: z.RefinementCtx) {
  const refuse = (name: string, message: string) => ctx.addIssue({ code: 'custom', path: [name], message });
  if (typed.positionKind === 'address') {
    if (typed.latitude === null) refuse('latitude', 'Placez le point, ou saisissez une latitude.');
    if (typed.longitude === null) refuse('longitude', 'Placez le point, ou saisissez une longitude.');
  }
  if (typed.territory !== 'unknown' && !typed.territoryBasis) refuse('territoryBasis', 'Dites sur quoi cela repose.');
  if (typed.territory === 'unknown' && typed.territoryBasis) {
    refuse(
      'territoryBasis',
      'Un territoire non précisé ne repose sur rien : choisissez-en un, ou « Choisissez… » ici.',
    );
  }
  if (typed.territory !== 'qpv' && typed.qpvName) {
    refuse('qpvName', 'Ce nom va avec le territoire « Quartier prioritaire » : choisissez-le, ou videz ce champ.');
  }
  if (typed.descriptionSourceUrl && !typed.description) {
    refuse('descriptionSourceUrl', 'Cette page va avec une présentation : saisissez-la, ou videz ce champ.');
  }
  if (typed.contactPublished && !typed.contactName && !typed.contactEmail && !typed.contactPhone) {
    refuse('contactPublished', 'Rien à publier : saisissez un nom, un courriel ou un téléphone.');
  }
}

export const structureId = z.string().regex(/^[A-Za-z0-9-]{1,60}$/, 'Cette structure n’existe pas.');

const raw = z.record(z.string(), z.unknown());

export const typedStructure = raw.transform((given, ctx) => {
  const read = fields.safeParse(given);
  if (!read.success) for (const issue of read.error.issues) ctx.addIssue({ ...issue, code: 'custom' });
  else refuseContradictions(read.data, ctx);
  const sources = readSources(given, ctx);
  return read.success ? { ...read.data, sources, keepSaved: keptGroups(given) } : z.NEVER;
});
export type TypedStructure = z.infer<typeof typedStructure>;

const lookUp = z.object({
  intention: z.enum(['adresse', 'centre']),
  commune: line(120, 'Saisissez d’abord une commune.'),
  communeChoice: location.shape.communeChoice,
  address: optionalLine(300),
});

const anyway = (given: Record<string, unknown>) => given.duplicate === 'oui';
const isLookUp = (given: Record<string, unknown>) => given.intention === 'adresse' || given.intention === 'centre';

const asked = raw.transform((given, ctx) => {
  const read = isLookUp(given) ? lookUp.safeParse(given) : typedStructure.safeParse(given);
  if (!read.success) {
    for (const issue of read.error.issues) ctx.addIssue({ ...issue, code: 'custom' });
    return z.NEVER;
  }
  return 'intention' in read.data
    ? { kind: 'look-up' as const, ...read.data }
    : { kind: 'write' as const, typed: read.data, isDuplicateAccepted: anyway(given) };
});

export const newStructureForm = asked;
export const structureReference = z.object({ id: structureId, version });
export const structureForm = raw.transform((given, ctx) => {
  const reference = structureReference.safeParse(given);
  const read = asked.safeParse(given);
  for (const { error } of [reference, read]) {
    for (const issue of error?.issues ?? []) ctx.addIssue({ ...issue, code: 'custom' });
  }
  return reference.success && read.success ? { ...reference.data, asked: read.data } : z.NEVER;
});

export const restoreForm = z.object({ id: structureId, version, target: version });
export const eraseForm = z.object({
  id: structureId,
  version,
  confirm: confirmed('Cochez la case pour confirmer : rien ne pourra le défaire.'),
});

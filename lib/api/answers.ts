import { z } from 'zod';
import { AWARD_FIELDS, INSTALMENT_FACTS, INSTALMENT_FIELDS, PUBLIC_AWARD_FACTS } from '@/lib/awards/fields';
import { FACETS, type FacetKey, FILTERS, toUrlValue } from '@/lib/directory/filter';
import { LABELS } from '@/lib/domain/award-label';
import { TERRITORIES } from '@/lib/domain/territory';
import { STRUCTURE_FIELDS } from '@/lib/structures/fields';
import { PUBLIC_FACTS } from '@/lib/structures/record';
import { factsOf, known, orNull } from './facts';

/**
 * What each address of the API answers when it does: names in English, values those of the address, degrees WGS 84,
 * whole euros, ISO dates, null for « non précisé ». Types alone are read by the site; tests parse each answer.
 */

const count = z.int().nonnegative();
const place = z.strictObject({ code: z.string(), name: z.string() });
const territory = z.enum(TERRITORIES.map(toUrlValue)).describe(STRUCTURE_FIELDS.territory.description);
const label = z.enum(LABELS.map(toUrlValue)).describe(AWARD_FIELDS.label.description);

const listed = {
  id: z.string(),
  slug: z.string().describe('Dernière partie de l’adresse de la fiche.'),
  name: known(STRUCTURE_FIELDS.name),
  commune: place,
  department: place,
  region: place.extend({ slug: z.string() }),
  territory,
  territoryBasis: orNull(STRUCTURE_FIELDS.territoryBasis),
  labels: z.array(label),
  waves: z.array(z.string()).describe(FILTERS.vague.description),
  promisedEuros: count
    .nullable()
    .describe('Somme des versements publiés, sauf les annulés ; dans une liste, ceux que le filtre demande.'),
  latitude: orNull(STRUCTURE_FIELDS.latitude),
  longitude: orNull(STRUCTURE_FIELDS.longitude),
  positionPrecision: orNull(STRUCTURE_FIELDS.positionPrecision),
  url: z.url().describe('Adresse de la fiche.'),
};

const structures = z.strictObject({
  total: count,
  page: z.int().positive(),
  pages: z.int().positive(),
  items: z.array(
    z.strictObject({
      ...listed,
      distanceKm: z.number().optional().describe('Distance au centre de la commune demandée, s’il y en a une.'),
    }),
  ),
});

const award = z.strictObject({
  wave: z.string(),
  ...factsOf(AWARD_FIELDS, PUBLIC_AWARD_FACTS),
  label,
  labelSourceUrl: z.url().nullable().describe('Page qui donne le label, quand c’en est une autre.'),
  labelFromName: z.boolean().describe('Si le label se lit dans le nom du projet.'),
  instalments: z.array(
    z.strictObject({
      ...factsOf(INSTALMENT_FIELDS, INSTALMENT_FACTS),
      purpose: known(INSTALMENT_FIELDS.purpose),
      amountEuros: known(INSTALMENT_FIELDS.amountEuros),
      status: known(INSTALMENT_FIELDS.status),
    }),
  ),
});

const structure = z.strictObject({
  ...factsOf(STRUCTURE_FIELDS, PUBLIC_FACTS),
  ...listed,
  sources: z
    .array(z.strictObject({ url: z.url(), title: z.string(), publishedOn: z.iso.date().nullable() }))
    .describe(STRUCTURE_FIELDS.sources.description),
  updatedAt: z.iso.datetime({ offset: true }).describe('Dernier changement de la fiche ou de ses aides.'),
  awards: z.array(award),
});

const facet = z.array(z.strictObject({ value: z.string(), label: z.string(), count }));
const facets = z.strictObject({
  total: count,
  ...(Object.fromEntries(FACETS.map((key) => [key, facet.describe(FILTERS[key].description)])) as Record<
    FacetKey,
    typeof facet
  >),
});

const spot = { longitude: z.number(), latitude: z.number() };
const single = z.strictObject({
  count: z.literal(1),
  id: z.string(),
  slug: z.string(),
  name: known(STRUCTURE_FIELDS.name),
  commune: z.string(),
  territory,
  positionPrecision: known(STRUCTURE_FIELDS.positionPrecision),
  ...spot,
});
const cluster = z.strictObject({
  count,
  around: z.string().describe('La plus peuplée de leurs communes.'),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly().describe('Ouest, sud, est, nord.'),
  ...spot,
});
const map = z.strictObject({
  total: count.describe('Dans le cadre demandé.'),
  withoutPosition: count.describe('Sans position, dans tout le filtre.'),
  items: z.array(z.union([single, cluster])),
  zoom: z.int().describe('Celui des mailles, plus large que demandé quand il y en aurait trop.'),
});

const nearest = place.extend({ department: place });
const communes = z.strictObject({ items: z.array(nearest.extend({ postcode: z.string().nullable() })) });
const towns = z.strictObject({ items: z.array(place.extend({ ...spot, population: count.nullable() })) });

export const API_ANSWERS = {
  '/api/sante': z.strictObject({ status: z.literal('ok'), notifications: z.enum(['ok', 'absentes']) }),
  '/api/v1/carte': map,
  '/api/v1/communes': z.union([communes, towns]),
  '/api/v1/communes/proche': nearest,
  '/api/v1/facettes': facets,
  '/api/v1/structures': structures,
  '/api/v1/structures/[slug]': structure,
} as const;

export type ApiRoute = keyof typeof API_ANSWERS;
export type ApiAnswer<Route extends ApiRoute> = z.infer<(typeof API_ANSWERS)[Route]>;
export type ApiCommune = z.infer<typeof communes>['items'][number];
export type ApiTown = z.infer<typeof towns>['items'][number];

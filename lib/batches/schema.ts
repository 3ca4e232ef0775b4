import { z } from 'zod';
import { BASED_TERRITORIES, type Territory, type TerritoryBasis } from '@/lib/domain/territory';
import { parseOfficeFilter } from '@/lib/structures/office-filter';

const MOST_SELECTED = 200;

export type Chosen = { id: string; version: number };

export const chosenText = ({ id, version }: Chosen): string => `${id}:${version}`;

const UNREADABLE = 'Cette sélection n’est plus lisible : rechargez la page.';

const chosen = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,60}:\d{1,9}$/, UNREADABLE)
  .transform((text): Chosen => {
    const [id = '', version = ''] = text.split(':');
    return { id, version: Number(version) };
  });

const selection = z.preprocess(
  (value) => [...new Set([value ?? []].flat())],
  z
    .array(chosen)
    .min(1, 'Choisissez au moins une structure dans le tableau.')
    .max(MOST_SELECTED, `Au plus ${MOST_SELECTED} structures à la fois.`)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, UNREADABLE),
);

const territoryChange = z.enum(Object.keys(BASED_TERRITORIES), 'Choisissez un territoire dans la liste.');

export type TerritoryChange = { territory: Territory; territoryBasis: TerritoryBasis | null };

function toTerritoryChange(text: string): TerritoryChange {
  const [territory, basis] = text.split(':');
  return {
    territory: territory as TerritoryChange['territory'],
    territoryBasis: (basis || null) as TerritoryChange['territoryBasis'],
  };
}

const view = z
  .string()
  .max(2_000)
  .catch('')
  .transform((query) => parseOfficeFilter(Object.fromEntries(new URLSearchParams(query))));

export const bulkForm = z.discriminatedUnion(
  'intention',
  [
    z.object({ intention: z.literal('publier'), selection, view }),
    z.object({ intention: z.literal('archiver'), selection, view }),
    z.object({
      intention: z.literal('territoire'),
      selection,
      view,
      territory: territoryChange.transform(toTerritoryChange),
    }),
  ],
  'Choisissez ce qu’il faut faire.',
);

export const batchReference = z.object({ batchId: z.uuid('Ce lot de modifications n’existe pas.') });
export const viewedBatchReference = batchReference.extend({ view });

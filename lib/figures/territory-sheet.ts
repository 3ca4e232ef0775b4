import { countFacets, type FacetValue } from '@/lib/directory/facets';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { listWaves, type Wave } from '@/lib/waves/queries';
import { countCommunes } from './communes';
import { type Laureate, listLaureates } from './laureates';
import { lastChangeOf, sumByWave, type WaveMoney } from './money-by-wave';

export type TerritorySheet = {
  /** Each counts once. */
  structures: number;
  /** A structure selected twice counts twice: the groups by wave add up to these. */
  awards: number;
  communes: number;
  promisedEuros: number;
  labels: FacetValue[];
  waves: { wave: Wave; money: WaveMoney }[];
  laureates: Laureate[];
  /** ISO instant; null for an empty set. */
  lastChange: string | null;
};

const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);

export async function readTerritorySheet(filter: DirectoryFilter): Promise<TerritorySheet> {
  const [facets, communes, money, laureates, waves] = await Promise.all([
    countFacets(filter),
    countCommunes(filter),
    sumByWave(filter),
    listLaureates(filter, 'wave'),
    listWaves(),
  ]);
  const moneyOf = new Map(money.map((row) => [row.waveId, row]));
  return {
    structures: facets.total,
    awards: sum(money.map(({ structures }) => structures)),
    communes,
    promisedEuros: sum(money.map(({ totalEuros }) => totalEuros)),
    labels: facets.label,
    waves: waves.flatMap((wave) => {
      const own = moneyOf.get(wave.id);
      return own ? [{ wave, money: own }] : [];
    }),
    laureates,
    lastChange: lastChangeOf(money),
  };
}

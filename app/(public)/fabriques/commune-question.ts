import { communeLabel } from '@/components/directory/commune-label';
import type { CommuneQuestion } from '@/components/directory/directory-view';
import { DEFAULT_RADIUS_KM, type DirectoryFilter } from '@/lib/directory/filter';
import { directoryHref, updateFilter } from '@/lib/directory/href';
import { cleanText, type RawSearchParams } from '@/lib/directory/parse-filter';
import { suggestCommunes } from '@/lib/geography/commune-search';
import { placeName } from '@/lib/geography/place-names';
import { settleCommune } from '@/lib/geography/typed-commune';

const LONGEST_TYPED = 80;

const first = (value: string | string[] | undefined): string | undefined => [value ?? []].flat()[0];

function radiusOf(raw: RawSearchParams): number {
  const radius = Number(first(raw.rayon) || DEFAULT_RADIUS_KM);
  return Number.isInteger(radius) && radius >= 10 && radius <= 100 ? radius : DEFAULT_RADIUS_KM;
}

export async function readTypedCommune(
  raw: RawSearchParams,
  filter: DirectoryFilter,
): Promise<{ filter: DirectoryFilter; redirectTo?: string; question: CommuneQuestion | null }> {
  const given = first(raw.lieu);
  if (given === undefined) return { filter, question: null };
  const typed = cleanText(given.slice(0, LONGEST_TYPED));
  if (filter.near && typed === communeLabel(filter.near)) return { filter, question: null };
  const elsewhere = filter.near ? updateFilter(filter, { near: null }) : filter;
  if (typed === '') return { filter: elsewhere, question: null };

  const communes = await suggestCommunes(typed);
  const commune = settleCommune(typed, communes);
  if (commune) {
    const near = { ...commune, longitude: 0, latitude: 0, radiusKm: radiusOf(raw) };
    return { filter, redirectTo: directoryHref(updateFilter(filter, { near })), question: null };
  }
  const choices = communes.map(({ code, name, departmentCode, departmentName }) => ({
    code,
    label: `${placeName(name)} (${departmentCode}, ${placeName(departmentName)})`,
  }));
  return { filter: elsewhere, question: { typed, radiusKm: radiusOf(raw), communes: choices } };
}

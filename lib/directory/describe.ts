import type { AwardLabel } from '@/lib/domain/award-label';
import type { Territory } from '@/lib/domain/territory';
import { formatInteger } from '@/lib/french/numbers';
import { listInWords, ofPlace, plural } from '@/lib/french/words';
import { inDepartment, inRegion, placeName } from '@/lib/geography/place-names';
import { CHOICE_KEYS, type ChoiceKey, type DirectoryFilter, FILTERS, type Row, YES_KEYS, type YesKey } from './filter';

export type NamedSet = Pick<DirectoryFilter, 'q' | ChoiceKey | YesKey> & {
  regions: readonly { slug: string; name: string }[];
  departments: readonly { code: string; name: string; regionSlug: string }[];
  /** Short names: « Vague 1 », « Vagues 2 à 4 ». */
  waves: readonly string[];
  near: { name: string; radiusKm: number } | null;
  hasZone: boolean;
};

/** Beyond, a heading counts the values: the chips under it name them. */
const MOST_NAMED = 3;
const MOST_LETTERS = 40;

const among = (words: readonly string[], many: (count: number) => string, last: 'et' | 'ou'): string =>
  words.length > MOST_NAMED ? many(words.length) : listInWords(words, last);

function kind(labels: readonly AwardLabel[], total: number): string {
  const fabriques = plural(total, 'fabrique', 'fabriques');
  const [only, ...others] = labels;
  if (!only) return fabriques;
  if (only === 'fabrique_numerique' && others.length === 0) {
    return plural(total, 'fabrique numérique', 'fabriques numériques');
  }
  const names: Record<AwardLabel, string> = {
    fabrique: '«\u00A0fabrique de territoire\u00A0»',
    fabrique_numerique: '«\u00A0fabrique numérique\u00A0»',
    unknown: 'non précisé',
  };
  return `${fabriques} au label ${listInWords(
    labels.map((label) => names[label]),
    'ou',
  )}`;
}

/** The choices that the table says, a « ou » between those of one row. */
const choices = (set: NamedSet, total: number): string[] =>
  CHOICE_KEYS.map((key) => {
    const row: Row = FILTERS[key];
    const said = row.kind === 'choice' && row.said;
    if (!said) return '';
    return listInWords(
      set[key].map((value) => plural(total, ...(said[value] ?? [value, value]))),
      'ou',
    );
  });

/** A département says its région; a région is named beside départements only when none of them lies in it. */
function area({ regions, departments, near, hasZone }: NamedSet): string {
  const said = new Set(departments.map(({ regionSlug }) => regionSlug));
  const inDepartments = among(departments.map(inDepartment), (count) => `dans ${count} départements`, 'et');
  const silent = departments.length > 0 && regions.some(({ slug }) => said.has(slug));
  const inRegions = silent ? '' : among(regions.map(inRegion), (count) => `dans ${count} régions`, 'et');
  const both = inDepartments && inRegions ? `${inDepartments}, mais ${inRegions}` : inDepartments || inRegions;
  const around = near ? `à moins de ${near.radiusKm}\u00A0km ${ofPlace(placeName(near.name))}` : '';
  return [both, around, hasZone ? 'dans la zone choisie sur la carte' : ''].filter(Boolean).join(' ');
}

function ofWaves(waves: readonly string[]): string {
  const words = waves.map((wave) => {
    if (wave.startsWith('Vagues ')) return `des v${wave.slice(1)}`;
    return wave.startsWith('Vague ') ? `de la v${wave.slice(1)}` : `de la vague «\u00A0${wave}\u00A0»`;
  });
  return among(words, (count) => `de ${count} vagues`, 'et');
}

const shorten = (text: string) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS).trimEnd()}…` : text);

/** « fabriques en quartier prioritaire (QPV) en Hauts-de-France » */
function setInWords(total: number, set: NamedSet): string {
  const where = area(set);
  const yes = YES_KEYS.filter((key) => set[key]).map((key) => FILTERS[key].said);
  const words = [kind(set.label, total), ...choices(set, total), where, ofWaves(set.waves), ...yes];
  if (set.q) words.push(`pour «\u00A0${shorten(set.q)}\u00A0»`);
  const narrowed = words.slice(1).some(Boolean) || set.label.length > 0;
  return narrowed ? words.filter(Boolean).join(' ') : `${kind([], total)} en France`;
}

export const describeSet = (total: number, set: NamedSet): string =>
  `${formatInteger(total)} ${setInWords(total, set)}`;

/** « …: 7 en quartier prioritaire (QPV), 9 rurales… » */
export function summarizeSet(total: number, set: NamedSet, territories: Readonly<Record<Territory, number>>): string {
  const parts = [
    `${formatInteger(territories.qpv)} en quartier prioritaire`,
    `${formatInteger(territories.rural)} ${plural(territories.rural, 'rurale', 'rurales')}`,
    `${formatInteger(territories.unknown)} au territoire non précisé`,
  ];
  const composition = total > 0 && set.territoire.length === 0 ? `\u00A0: ${parts.join(', ')}` : '';
  return `${describeSet(total, set)}${composition}. Liste et carte, vagues, aides annoncées et sources.`;
}

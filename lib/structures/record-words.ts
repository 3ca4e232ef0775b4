import { toWaveWords } from '@/lib/domain/wave-words';
import { atPlace } from '@/lib/french/words';
import { inDepartment, placeName } from '@/lib/geography/place-names';
import type { StructureRecord } from './record';

type Described = Pick<StructureRecord, 'commune' | 'department' | 'territory' | 'awards'>;
type Awarded = Pick<StructureRecord, 'awards'>;

const TERRITORY_IN_SENTENCE = {
  qpv: 'en quartier prioritaire (QPV)',
  rural: 'en territoire rural',
  unknown: 'territoire non précisé',
} as const;

/** `opening` stands before the commune, `selected` before the wave, and agrees with it. */
type RecordWords = {
  kind: string;
  opening: string;
  atCommune: string;
  inDepartment: string | null;
  territory: string;
  selected: string;
};

function kindOf({ awards }: Awarded): Pick<RecordWords, 'kind' | 'opening' | 'selected'> {
  if (awards.every(({ label }) => label === 'unknown')) {
    const kind = 'Lauréat de l’appel «\u00A0Fabriques de territoire\u00A0»';
    return { kind, opening: `${kind}, `, selected: 'Retenu' };
  }
  const kind = awards.some(({ label }) => label === 'fabrique_numerique')
    ? 'Fabrique numérique de territoire'
    : 'Fabrique de territoire';
  return { kind, opening: `${kind} `, selected: 'Retenue' };
}

/** A département that bears the name of the commune is not said twice. */
export const toRecordWords = ({ commune, department, territory, awards }: Described): RecordWords => ({
  ...kindOf({ awards }),
  atCommune: atPlace(placeName(commune.name)),
  inDepartment: department.name === commune.name ? null : inDepartment(department),
  territory: TERRITORY_IN_SENTENCE[territory],
});

function summarize(record: Described): string {
  const words = toRecordWords(record);
  const opening = [words.opening + words.atCommune, words.inDepartment, words.territory].filter(Boolean).join(', ');
  const waves = record.awards.map(({ wave }) => toWaveWords(wave.shortLabel).at);
  return waves.length > 0 ? `${opening}. ${words.selected} ${waves.join(', puis ')}.` : `${opening}.`;
}

/** The name first, since two places may share all the rest. */
export const describeRecord = (record: Described & Pick<StructureRecord, 'name' | 'description'>): string =>
  [`${record.name}.`, record.description, summarize(record)].filter(Boolean).join(' ');

import { atPlace } from '@/lib/french/words';
import { inDepartment, placeName } from '@/lib/geography/place-names';
import { toWaveWords } from '@/lib/waves/wave-words';
import type { StructureRecord } from './record';

type Described = Pick<StructureRecord, 'commune' | 'department' | 'territory' | 'awards'>;

const TERRITORY_WORDS = {
  qpv: 'en quartier prioritaire (QPV)',
  rural: 'en territoire rural',
  unknown: 'territoire non précisé',
} as const;

export type RecordWords = { kind: string; atCommune: string; inDepartment: string | null; territory: string };

/**
 * The pieces of the record's first sentence: « Fabrique de territoire », « à Roubaix », « dans le Nord », « en quartier
 * prioritaire (QPV) ». A département that bears the name of the commune is not said twice.
 */
export const toRecordWords = ({ commune, department, territory, awards }: Described): RecordWords => ({
  kind: awards.some(({ label }) => label === 'fabrique_numerique')
    ? 'Fabrique numérique de territoire'
    : 'Fabrique de territoire',
  atCommune: atPlace(placeName(commune.name)),
  inDepartment: department.name === commune.name ? null : inDepartment(department),
  territory: TERRITORY_WORDS[territory],
});

/** The record in one line, for search engines and shared links. */
export function summarize(record: Described): string {
  const words = toRecordWords(record);
  const place = [`${words.kind} ${words.atCommune}`, words.inDepartment, words.territory].filter(Boolean).join(', ');
  const waves = record.awards.map(({ wave }) => toWaveWords(wave.shortLabel).at);
  return waves.length > 0 ? `${place}. Retenue ${waves.join(', puis ')}.` : `${place}.`;
}

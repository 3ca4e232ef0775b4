import { ofPlace } from '@/lib/french/words';
import { placeName } from './place-names';

const PLURAL = /^(?:Hauts|Pays|Terres)\b/;
const MASCULINE = /^(?:Grand|Centre)\b/;

/** « des Hauts-de-France », « du Grand Est », « d’Occitanie », « de La Réunion ». */
export function ofRegion({ name }: { name: string }): string {
  if (PLURAL.test(name)) return `des ${placeName(name)}`;
  return MASCULINE.test(name) ? `du ${placeName(name)}` : ofPlace(placeName(name));
}

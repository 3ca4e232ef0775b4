import type { RegionalAnnouncement } from '@/lib/figures/regional-announcement';
import { formatInteger } from '@/lib/french/numbers';
import { plural, upperFirst } from '@/lib/french/words';
import { inDepartment, inRegion } from '@/lib/geography/place-names';
import { ofRegion } from '@/lib/geography/region-words';
import { inWords, ofWave, theLaureates } from './wave-words';

export const countOf = ({ composition: { qpv, rural, unknown } }: RegionalAnnouncement): number =>
  qpv + rural + unknown;

/** « Vague 5 : les deux lauréats des Hauts-de-France » */
export function announcementTitle(announcement: RegionalAnnouncement): string {
  const { wave, region } = announcement;
  const count = countOf(announcement);
  const label = wave.shortLabel;
  if (count === 0) return `${label}\u00A0: aucun lauréat connu ${inRegion(region)}`;
  return wave.rank === 1
    ? `${upperFirst(theLaureates(count, 'premier '))} ${ofRegion(region)}`
    : `${label}\u00A0: ${theLaureates(count)} ${ofRegion(region)}`;
}

/** « Sept des 79 noms connus de la vague 1 sont en Hauts-de-France. Tous sont en quartier prioritaire… ; cinq sont dans le Nord. » */
export function announcementLead(announcement: RegionalAnnouncement): string {
  const { wave, region, composition, departments, laureates } = announcement;
  const count = countOf(announcement);
  const known = `${formatInteger(wave.listedCount)} ${plural(wave.listedCount, 'nom connu', 'noms connus')} ${ofWave(wave)}`;
  const inTheRegion = inRegion(region);
  const first = `${upperFirst(inWords(count))} ${plural(count, `des ${known} est`, `des ${known} sont`)} ${inTheRegion}.`;
  const inQpv = plural(count, 'Il est', 'Tous sont');
  const territory =
    composition.qpv === count ? ` ${inQpv} dans un quartier prioritaire de la politique de la ville (QPV).` : '';
  const [most] = departments;
  const where =
    most && departments.length > 1 && most.count > 1 && laureates.length === count
      ? ` ${upperFirst(inWords(most.count))} sont ${inDepartment(most)}.`
      : '';
  return first + territory + where;
}

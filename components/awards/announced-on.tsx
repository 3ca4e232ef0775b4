import { FrenchDate } from '@/components/ui/french-text';
import { toWaveWords } from '@/lib/domain/wave-words';
import type { Wave } from '@/lib/waves/queries';

type Announced = Pick<Wave, 'shortLabel' | 'announcedOn' | 'announcedOnPrecision' | 'announcedPeriod'>;

/** « annoncée le 3 février 2020 », « annoncée en décembre 2021 », « annoncées de février 2020 au début de 2021 ». */
export function AnnouncedOn({ shortLabel, announcedOn, announcedOnPrecision: precision, announcedPeriod }: Announced) {
  const announced = toWaveWords(shortLabel).isPlural ? 'annoncées' : 'annoncée';
  const isDated = precision === 'period' ? announcedPeriod !== null : announcedOn !== null;
  if (!isDated) return 'date d’annonce non précisée';
  const preposition = { day: ' le ', month: ' en ', year: ' en ', period: ' ' }[precision];
  return (
    <>
      {announced + preposition}
      <FrenchDate date={announcedOn} precision={precision} period={announcedPeriod} />
    </>
  );
}

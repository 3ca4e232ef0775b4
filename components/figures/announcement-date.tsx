import { FrenchDate } from '@/components/ui/french-text';
import type { Wave } from '@/lib/waves/queries';

type Announcement = Pick<Wave, 'announcedOn' | 'announcedOnPrecision' | 'announcedPeriod'>;

export function AnnouncementDate({ wave }: { wave: Announcement }) {
  return <FrenchDate date={wave.announcedOn} precision={wave.announcedOnPrecision} period={wave.announcedPeriod} />;
}

/** « le 3 février 2020 », « en décembre 2021 », « à une date non précisée ». */
export function AnnouncedOn({ wave }: { wave: Announcement }) {
  const { announcedOn, announcedOnPrecision: precision, announcedPeriod } = wave;
  if (precision === 'period' ? !announcedPeriod : !announcedOn) return <>à une date non précisée</>;
  return (
    <>
      {precision === 'day' && 'le '}
      {(precision === 'month' || precision === 'year') && 'en '}
      <AnnouncementDate wave={wave} />
    </>
  );
}

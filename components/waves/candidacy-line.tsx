import { FrenchDate } from '@/components/ui/french-text';
import { candidacyOn } from '@/lib/waves/candidacy';
import type { Wave } from '@/lib/waves/queries';

type CandidacyLineProps = {
  wave: Pick<Wave, 'opensOn' | 'closesOn'>;
  /** `YYYY-MM-DD` in Europe/Paris. */
  today: string;
};

/** Without a closing date it claims neither open nor closed. */
export function CandidacyLine({ wave: { opensOn, closesOn }, today }: CandidacyLineProps) {
  const candidacy = candidacyOn(today, { opensOn, closesOn });
  const opening = opensOn && <FrenchDate date={opensOn} precision="day" />;
  const closing = closesOn && <FrenchDate date={closesOn} precision="day" />;
  if (candidacy === 'open')
    return (
      <>
        Candidatures ouvertes, du {opening} au {closing} inclus.
      </>
    );
  if (candidacy === 'upcoming')
    return (
      <>
        Candidatures à venir, du {opening} au {closing} inclus.
      </>
    );
  if (candidacy === 'closed') {
    return opening ? (
      <>
        Candidatures closes{'\u00A0'}: elles étaient ouvertes du {opening} au {closing}.
      </>
    ) : (
      <>Candidatures closes depuis le {closing}.</>
    );
  }
  if (closing)
    return (
      <>
        Date limite de candidature{'\u00A0'}: {closing}. Date d’ouverture non précisée.
      </>
    );
  return opening ? (
    <>Candidatures à partir du {opening}. Date limite non précisée.</>
  ) : (
    <>Dates de candidature non précisées.</>
  );
}

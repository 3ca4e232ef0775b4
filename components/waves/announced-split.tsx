import { AnnouncedOn } from '@/components/figures/announcement-date';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import type { Call, Wave } from '@/lib/waves/queries';

export function AnnouncedSplit({ wave, call }: { wave: Wave; call: Call }) {
  const { announcedCount, announcedFabriqueCount, announcedFabriqueNumeriqueCount } = wave;
  return (
    <>
      <p>
        {announcedCount === null ? (
          'Le nombre de lauréats annoncés n’est pas précisé.'
        ) : (
          <>
            {formatInteger(announcedCount)} {plural(announcedCount, 'lauréat annoncé', 'lauréats annoncés')}{' '}
            <AnnouncedOn wave={wave} />
            {announcedFabriqueCount !== null && announcedFabriqueNumeriqueCount !== null
              ? `\u00A0: ${formatInteger(announcedFabriqueCount)} fabriques de territoire et ${formatInteger(announcedFabriqueNumeriqueCount)} fabriques numériques de territoire.`
              : '. Leur partage entre fabriques et fabriques numériques n’est pas publié.'}
          </>
        )}
      </p>
      <p>
        L’appel à manifestation d’intérêt (AMI) «{'\u00A0'}
        {call.name}
        {'\u00A0'}» vise {formatInteger(call.targetTotal)} fabriques d’ici {call.targetYear}
        {'\u00A0'}: {formatInteger(call.targetQpv)} en quartier prioritaire de la politique de la ville (QPV) et{' '}
        {formatInteger(call.targetRural)} en territoire rural.{' '}
        {wave.countsTowardsTarget ? null : 'Cette vague, annoncée après l’échéance, s’ajoute à côté de cet objectif.'}
      </p>
    </>
  );
}

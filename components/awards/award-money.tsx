import { isAidPublished, missingToMinimum } from '@/lib/domain/money-rule';
import { publicWaveHref } from '@/lib/domain/public-href';
import { isRuleUnpublished } from '@/lib/domain/rule-words';
import { toWaveWords } from '@/lib/domain/wave-words';
import { formatEuros } from '@/lib/french/numbers';
import { placeName } from '@/lib/geography/place-names';
import type { RecordAward, StructureRecord } from '@/lib/structures/record';
import { MoneyTable } from './money-table';
import { RuleFigure } from './rule-figure';

type AwardMoneyProps = {
  award: RecordAward;
  region: StructureRecord['region'];
  name: string;
  /** Selected once: nothing need say which award is meant. */
  isOnly: boolean;
  reportHref: string | null;
};

export function AwardMoney({ award, region, name, isOnly, reportHref }: AwardMoneyProps) {
  const { wave, instalments } = award;
  return (
    <>
      {instalments.length > 0 && <MoneyTable caption={wave.label} instalments={instalments} />}
      {wave.flatRate && missingToMinimum(wave, instalments) === 0 && (
        <p className="small soft">Montant forfaitaire, le même pour chaque lauréat de cette annonce.</p>
      )}
      <BelowMinimum award={award} />
      {isAidPublished(instalments) ? null : (
        <>
          <Unpublished
            hasBonus={instalments.some(({ status }) => status !== 'cancelled')}
            whom={isOnly ? name : `${name} pour ${toWaveWords(wave.shortLabel).the}`}
            href={reportHref}
          />
          <Foreseen award={award} region={region} />
        </>
      )}
    </>
  );
}

function BelowMinimum({ award: { wave, instalments } }: Pick<AwardMoneyProps, 'award'>) {
  const missing = missingToMinimum(wave, instalments);
  if (!missing || wave.minTotalEuros === null) return null;
  return (
    <p className="note">
      Il manque {formatEuros(missing)} pour atteindre le minimum de l’annonce, {formatEuros(wave.minTotalEuros)}.
    </p>
  );
}

function Unpublished({ hasBonus, whom, href }: { hasBonus: boolean; whom: string; href: string | null }) {
  return (
    <div className="empty unpublished">
      <b className="fig">Montant non publié</b>
      <p>
        {hasBonus
          ? `Seul le bonus est publié : aucune source ne donne le reste de l’aide à ${whom}.`
          : `Aucune source ne donne la somme promise à ${whom}.`}{' '}
        {href && (
          <a className="no-print" href={href}>
            Vous la connaissez ? Indiquez la source.
          </a>
        )}
      </p>
    </div>
  );
}

function Foreseen({ award: { wave }, region }: Pick<AwardMoneyProps, 'award' | 'region'>) {
  const { the, isPlural } = toWaveWords(wave.shortLabel);
  const link = (
    <a href={publicWaveHref(wave.id, region.slug)}>
      {wave.shortLabel}, {placeName(region.name)}
    </a>
  );
  if (isRuleUnpublished(wave)) {
    return <p className="small soft">La règle de l’aide n’est pas publiée non plus. {link}</p>;
  }
  return (
    <>
      <h3>
        Ce que {isPlural ? 'prévoyaient' : 'prévoyait'} {the}
      </h3>
      <RuleFigure rule={wave}>Règle de l’annonce, pas un versement. Elle n’entre dans aucun total. {link}</RuleFigure>
    </>
  );
}

import { TerritorySymbol } from '@/components/marks/territory-symbol';
import { bonusInWords } from '@/components/territories/money-words';
import { ExternalLink } from '@/components/ui/external-link';
import { AWARD_LABEL_NAMES } from '@/lib/domain/award-label';
import { recordHref } from '@/lib/domain/public-href';
import { TERRITORY_NAMES } from '@/lib/domain/territory';
import type { Laureate } from '@/lib/figures/laureates';
import { formatEuros } from '@/lib/french/numbers';
import { typeset } from '@/lib/french/typography';
import { placeName } from '@/lib/geography/place-names';
import { siteAddress } from '@/lib/text/site-name';

export function Winners({ laureates }: { laureates: readonly Laureate[] }) {
  return (
    <ol className="winners">
      {laureates.map((laureate) => (
        <Winner key={laureate.slug} laureate={laureate} />
      ))}
    </ol>
  );
}

function Winner({ laureate }: { laureate: Laureate }) {
  const { number, slug, name, commune, departmentCode, departmentName, address, website } = laureate;
  return (
    <li>
      <span className="key" aria-hidden="true">
        {number}
      </span>
      <div>
        <h3>
          <a className="plain" href={recordHref(slug)}>
            {typeset(name)}
          </a>
        </h3>
        <p>
          <span className="fact">
            {address ? `${typeset(address)}, ` : null}
            {placeName(commune)}, {placeName(departmentName)} <span className="cote">{departmentCode}</span>
          </span>
          {website ? (
            <span className="fact">
              <ExternalLink href={website} className="wrap-anywhere">
                {siteAddress(website)}
                <span className="vh">, site de {typeset(name)}</span>
              </ExternalLink>
            </span>
          ) : (
            <span className="fact soft">site non précisé</span>
          )}
        </p>
        <p className="soft">
          <Facts laureate={laureate} />
        </p>
      </div>
    </li>
  );
}

/** « 100 000 € annoncés, bonus numérique seul » */
function amountInWords({ promisedEuros, bonusEuros }: Laureate): string {
  if (promisedEuros === null) return 'montant non publié';
  const bonus = bonusInWords({ funded: 1, bonusOnly: bonusEuros === promisedEuros ? 1 : 0, bonusEuros });
  return [`${formatEuros(promisedEuros)} annoncés`, bonus].filter((part) => part !== null).join(', ');
}

function Facts({ laureate }: { laureate: Laureate }) {
  const { territory, label } = laureate;
  return (
    <>
      <span className="fact">
        <TerritorySymbol territory={territory} />{' '}
        {territory === 'unknown' ? 'Territoire non précisé' : TERRITORY_NAMES[territory]}
      </span>
      <span className="fact">{label === 'unknown' ? 'label non précisé' : AWARD_LABEL_NAMES[label]}</span>
      <span className="fact">{amountInWords(laureate)}</span>
    </>
  );
}

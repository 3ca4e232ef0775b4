import { TerritorySymbol } from '@/components/structures/territory-symbol';
import { ExternalLink } from '@/components/ui/external-link';
import { formatEuros } from '@/lib/french/numbers';
import { typeset } from '@/lib/french/typography';
import { placeName } from '@/lib/geography/place-names';
import { AWARD_LABEL_NAMES, TERRITORY_NAMES } from '@/lib/structures/labels';
import type { Laureate } from '@/lib/waves/laureates';

/** The names of an announcement, with their commune and their site where one is known. */
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
          <a className="plain" href={`/fabriques/${slug}`}>
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
              <ExternalLink href={website} />
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

function Facts({ laureate: { territory, label, promisedEuros } }: { laureate: Laureate }) {
  return (
    <>
      <span className="fact">
        <TerritorySymbol territory={territory} />{' '}
        {territory === 'unknown' ? 'Territoire non précisé' : TERRITORY_NAMES[territory]}
      </span>
      <span className="fact">{label === 'unknown' ? 'label non précisé' : AWARD_LABEL_NAMES[label]}</span>
      <span className="fact">
        {promisedEuros === null ? 'montant non publié' : `${formatEuros(promisedEuros)} annoncés`}
      </span>
    </>
  );
}

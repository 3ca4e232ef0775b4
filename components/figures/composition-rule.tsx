import { type TerritoryShape, TerritorySymbol } from '@/components/marks/territory-symbol';
import { TERRITORIES } from '@/lib/domain/territory';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';

type CompositionRuleProps = {
  counts: Readonly<Record<TerritoryShape, number>>;
  /** A missing address leaves the number without a link. */
  hrefs: Readonly<Partial<Record<TerritoryShape, string>>>;
  column?: boolean;
};

const words: Record<TerritoryShape, (count: number) => string> = {
  qpv: () => 'en quartier prioritaire',
  rural: (count) => plural(count, 'rurale', 'rurales'),
  unknown: () => 'territoire non précisé',
};

/** Solid, hatched and hollow, so that it reads without colour. */
export function CompositionRule({ counts, hrefs, column = false }: CompositionRuleProps) {
  return (
    <div>
      <Bar counts={counts} />
      <ul className={column ? 'compo compo--column' : 'compo'}>
        {TERRITORIES.map((territory) => {
          const label = (
            <>
              <b>{formatInteger(counts[territory])}</b> {words[territory](counts[territory])}
            </>
          );
          return (
            <li key={territory}>
              <TerritorySymbol territory={territory} />
              {hrefs[territory] === undefined ? <span>{label}</span> : <a href={hrefs[territory]}>{label}</a>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type CompositionBarProps = { counts: CompositionRuleProps['counts']; className?: string };

export function CompositionBar({ counts, className }: CompositionBarProps) {
  if (TERRITORIES.every((territory) => counts[territory] === 0)) return null;
  const said = TERRITORIES.map(
    (territory) => `${formatInteger(counts[territory])} ${words[territory](counts[territory])}`,
  );
  return (
    <div className={className}>
      <span className="vh">Composition : {said.join(', ')}</span>
      <Bar counts={counts} />
    </div>
  );
}

function Bar({ counts }: Pick<CompositionRuleProps, 'counts'>) {
  return (
    <div className="reglette" aria-hidden="true">
      {TERRITORIES.filter((territory) => counts[territory] > 0).map((territory) => (
        <span key={territory} className={`bar-${territory}`} style={{ flexGrow: counts[territory] }} />
      ))}
    </div>
  );
}

import { useEffect, useRef, useState } from 'react';
import { TerritorySymbol } from '@/components/marks/territory-symbol';
import { Button } from '@/components/ui/button';
import type { ApiAnswer } from '@/lib/api/answers';
import { territoryOf } from '@/lib/api/map';
import type { MapCluster } from '@/lib/directory/map-item';
import { recordHref } from '@/lib/domain/public-href';
import { TERRITORY_WORDS } from '@/lib/domain/territory';
import { formatInteger } from '@/lib/french/numbers';
import { typeset } from '@/lib/french/typography';
import { addressableBox, withZone } from './map-query';
import { nameOf } from './marker-face';

/** Degrees round a point that the addresses, of four decimals, can tell from its neighbours. */
const ROOM_DEGREES = 0.000_05;

type ApiStructures = ApiAnswer<'/api/v1/structures'>;
type List = { state: 'asked' } | { state: 'failed' } | ({ state: 'read' } & Pick<ApiStructures, 'items'>);

function useMembers(query: string): List {
  const [list, setList] = useState<List>({ state: 'asked' });
  useEffect(() => {
    const asking = new AbortController();
    const read = async () => {
      const response = await fetch(`/api/v1/structures?${query}`, { signal: asking.signal });
      if (!response.ok) throw new Error(`The list of a cluster has status ${response.status}`);
      const { items }: ApiStructures = await response.json();
      setList({ state: 'read', items });
    };
    read().catch(() => {
      if (!asking.signal.aborted) setList({ state: 'failed' });
    });
    return () => asking.abort();
  }, [query]);
  return list;
}

function Members({ query, onRetry }: { query: string; onRetry(): void }) {
  const list = useMembers(query);
  const names = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // Focus waits on the card; whoever has moved it meanwhile keeps it.
    if (list.state === 'read' && names.current?.closest('dialog') === document.activeElement)
      names.current?.querySelector('a')?.focus();
  }, [list.state]);

  if (list.state === 'asked') return <p>La liste arrive.</p>;
  if (list.state === 'failed')
    return (
      <p role="alert">
        La liste n’a pas répondu.{' '}
        <Button small onClick={onRetry}>
          Réessayer
        </Button>
      </p>
    );
  return (
    <ul ref={names}>
      {list.items.map(({ id, slug, name, territory }) => (
        <li key={id}>
          <TerritorySymbol territory={territoryOf(territory)} />
          <a href={recordHref(slug)}>{typeset(name)}</a>
          <span className="vh">, {TERRITORY_WORDS[territoryOf(territory)]}</span>
        </li>
      ))}
    </ul>
  );
}

type GroupListProps = { item: MapCluster; query: string };

export function GroupList({ item, query }: GroupListProps) {
  const [attempt, setAttempt] = useState(1);
  const zone = withZone(query, addressableBox(item.bounds, ROOM_DEGREES));
  return (
    <div className="lm-group-list">
      <p className="lm-name">{nameOf(item)}</p>
      <Members key={`${attempt} ${zone}`} query={zone} onRetry={() => setAttempt(attempt + 1)} />
      <p>
        <a href={`/fabriques?${zone}`}>Voir les {formatInteger(item.count)} dans l’annuaire</a>
      </p>
    </div>
  );
}

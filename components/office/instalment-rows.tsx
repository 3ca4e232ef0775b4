'use client';

import { useContext, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FormContext } from '@/components/ui/form-context';
import { Icon } from '@/components/ui/icon';
import { type Column, TableHead } from '@/components/ui/table';
import { useHydrated } from '@/components/ui/use-hydrated';
import { countRows, fieldName, rowName, type TypedRow } from '@/lib/awards/typed-rows';
import { InstalmentRow } from './instalment-row';

const COLUMNS: readonly Column[] = [
  ['Année', 'pay-year'],
  ['Objet', 'pay-purpose'],
  ['État', 'pay-status'],
  ['Montant (€)', 'pay-sum'],
  ['Année civile', 'pay-calendar'],
  ['Versé le', 'pay-day'],
  ['Source', ''],
  ['Retirer', 'pay-out'],
];

const EMPTY: TypedRow = { status: 'planned' };

export function InstalmentRows({ saved }: { saved: readonly TypedRow[] }) {
  const { state } = useContext(FormContext);
  const isLive = useHydrated();
  const [more, setMore] = useState({ key: state.key, count: 0 });
  const body = useRef<HTMLTableSectionElement>(null);
  // Lines added before the last sending are part of what it sent.
  const added = more.key === state.key ? more.count : 0;
  const count = Math.max(saved.length + 1, countRows(Object.keys(state.values))) + added;
  useEffect(() => {
    if (added > 0)
      body.current?.querySelector<HTMLInputElement>(`[name="${fieldName(rowName(count - 1), 'yearOfAid')}"]`)?.focus();
  }, [added, count]);
  return (
    <>
      <div className="scroll-x relative">
        <table className="pay">
          <caption className="vh">Versements, année après année de l’aide</caption>
          <TableHead columns={COLUMNS} />
          <tbody ref={body}>
            {Array.from({ length: count }, (_, at) => rowName(at)).map((row, at) => (
              <InstalmentRow key={row} row={row} number={at + 1} saved={saved[at] ?? EMPTY} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="pay-more" hidden={!isLive}>
        <Button small onClick={() => setMore({ key: state.key, count: added + 1 })}>
          <Icon name="plus" /> Ajouter un versement
        </Button>
      </p>
    </>
  );
}

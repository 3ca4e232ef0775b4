'use client';

import { type KeyboardEvent, useState } from 'react';
import { useFollowedText } from '@/components/ui/use-followed-text';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { ApiCommune } from '@/lib/api/answers';
import { plural } from '@/lib/french/words';
import { placeName } from '@/lib/geography/place-names';
import { useCommuneSuggestions } from './use-commune-suggestions';

type CommuneComboboxProps = {
  id: string;
  /** And again when the address changes. */
  value: string;
  describedBy: string | undefined;
  name?: string;
  isInvalid?: boolean;
  textOf?: (commune: { code: string; name: string }) => string;
  onPick?: (commune: { code: string; name: string }) => void;
};

const nameAlone = ({ name }: { name: string }) => placeName(name);

const said = (count: number) =>
  count === 0 ? 'Aucune commune de ce nom' : `${count} ${plural(count, 'commune proposée', 'communes proposées')}`;

function useSuggestionList() {
  const [typed, setTyped] = useState('');
  const [isWanted, setWanted] = useState(false);
  const [active, setActive] = useState(-1);
  const communes = useCommuneSuggestions(isWanted ? typed : '');
  const options = isWanted && communes ? communes : [];
  return {
    options,
    active,
    setActive,
    isShown: options.length > 0,
    message: isWanted && communes ? said(communes.length) : '',
    suggest: (text: string) => {
      setTyped(text);
      setWanted(true);
      setActive(-1);
    },
    close: () => {
      setWanted(false);
      setActive(-1);
    },
  };
}

/** Arrows choose, Enter takes, Escape closes. Without JavaScript, a text field. */
export function CommuneCombobox({
  id,
  value,
  describedBy,
  name: fieldName = 'lieu',
  isInvalid = false,
  textOf = nameAlone,
  onPick,
}: CommuneComboboxProps) {
  const isLive = useHydrated();
  const { field, write } = useFollowedText(value);
  const { options, active, setActive, isShown, message, suggest, close } = useSuggestionList();
  const listId = `${id}-choix`;
  const optionId = (index: number) => `${id}-choix-${index}`;

  const pick = ({ code, name }: ApiCommune) => {
    close();
    write(textOf({ code, name }));
    onPick?.({ code, name });
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const chosen = options[active];
    const { length } = options;
    if (event.key === 'ArrowDown' && !isShown) suggest(event.currentTarget.value);
    else if (event.key === 'ArrowDown') setActive((active + 1) % length);
    else if (event.key === 'ArrowUp' && isShown) setActive(active <= 0 ? length - 1 : active - 1);
    else if (event.key === 'Enter' && chosen) pick(chosen);
    else if (event.key === 'Escape' && isShown) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="combo">
      <input
        ref={field}
        id={id}
        className="input"
        type="text"
        name={fieldName}
        aria-invalid={isInvalid || undefined}
        defaultValue={value}
        placeholder="Nom ou code postal"
        maxLength={80}
        autoComplete="off"
        spellCheck={false}
        {...(describedBy && { 'aria-describedby': describedBy })}
        {...(isLive && {
          role: 'combobox',
          'aria-autocomplete': 'list' as const,
          'aria-expanded': isShown,
          'aria-controls': listId,
          ...(options[active] && { 'aria-activedescendant': optionId(active) }),
        })}
        onChange={(event) => suggest(event.target.value)}
        onKeyDown={press}
        onBlur={close}
      />
      {isLive ? (
        <>
          <SuggestionList {...{ listId, optionId, options, active }} onPick={pick} />
          <span className="vh" aria-live="polite">
            {message}
          </span>
        </>
      ) : null}
    </div>
  );
}

const keepInSight = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });

type SuggestionListProps = {
  listId: string;
  optionId: (index: number) => string;
  options: readonly ApiCommune[];
  active: number;
  onPick: (commune: ApiCommune) => void;
};

function SuggestionList({ listId, optionId, options, active, onPick }: SuggestionListProps) {
  return (
    <div className="combo-list" id={listId} role="listbox" aria-label="Communes" hidden={options.length === 0}>
      {options.map((commune, index) => (
        <div
          key={commune.code}
          id={optionId(index)}
          ref={index === active ? keepInSight : undefined}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // The field keeps focus, so that pressing an option is not leaving the field.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(commune)}
          onKeyDown={(event) => event.key === 'Enter' && onPick(commune)}
        >
          <b>{placeName(commune.name)}</b>{' '}
          <span>
            {commune.postcode ? `${commune.postcode}, ` : ''}
            {placeName(commune.department.name)}
          </span>
        </div>
      ))}
    </div>
  );
}

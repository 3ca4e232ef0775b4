import type { ReactNode } from 'react';
import { Button } from './button';
import { Icon } from './icon';

type SearchBarProps = { id: string; name: string; label: ReactNode };

export function SearchBar({ id, name, label }: SearchBarProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="joined searchbar">
        <input id={id} className="input" type="search" name={name} maxLength={100} autoComplete="off" />
        <Button look="full" type="submit">
          <Icon name="search" />
          <span className="btn-words">Chercher</span>
        </Button>
      </div>
    </div>
  );
}

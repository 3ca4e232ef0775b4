'use client';

import { useState } from 'react';
import { CommuneCombobox } from '@/components/communes/commune-combobox';
import { Icon } from '@/components/ui/icon';
import { useHydrated } from '@/components/ui/use-hydrated';
import { DEFAULT_RADIUS_KM, type DirectoryFilter, RADIUS_CHOICES_KM } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import { communeLabel } from './commune-label';
import type { CommuneQuestion } from './directory-view';
import { LocateButton } from './locate-button';

type NearFieldProps = {
  filter: DirectoryFilter;
  question: CommuneQuestion | null;
  apply: (filter: DirectoryFilter) => void;
};

const radii = (current: number) => [...new Set([...RADIUS_CHOICES_KM, current])].toSorted((a, b) => a - b);

export function NearField({ filter, question, apply }: NearFieldProps) {
  const isLive = useHydrated();
  const [message, setMessage] = useState('');
  const { near } = filter;
  const asked = near?.radiusKm ?? question?.radiusKm ?? DEFAULT_RADIUS_KM;
  const [radiusKm, setRadius] = useState(asked);
  const [shownFor, setShownFor] = useState(asked);
  if (shownFor !== asked) {
    setShownFor(asked);
    setRadius(asked);
  }
  const goNear = (commune: { code: string; name: string }) =>
    apply(updateFilter(filter, { near: { ...commune, longitude: 0, latitude: 0, radiusKm } }));
  const widen = (km: number) => {
    setRadius(km);
    if (near) apply(updateFilter(filter, { near: { ...near, radiusKm: km } }));
  };
  return (
    <fieldset className="dir-place" data-near={near ? 'oui' : 'non'}>
      <legend>Près d’une commune</legend>
      <div className="dir-place-row">
        <label className="vh" htmlFor="lieu">
          Commune ou code postal
        </label>
        <CommuneCombobox
          id="lieu"
          value={near ? communeLabel(near) : (question?.typed ?? '')}
          describedBy={question ? 'lieu-question' : undefined}
          onPick={goNear}
        />
        {isLive ? <LocateButton onFound={goNear} onMessage={setMessage} /> : null}
        <noscript>
          <button type="submit" className="btn btn--ink" aria-label="Chercher près de cette commune">
            <Icon name="search" />
          </button>
        </noscript>
      </div>
      {near ? <input type="hidden" name="pres-de" value={near.code} /> : null}
      <label className="vh" htmlFor="rayon">
        Rayon
      </label>
      <RadiusSelect current={radiusKm} choices={radii(asked)} onChange={widen} />
      <p className="dir-place-message" aria-live="polite">
        {message}
      </p>
    </fieldset>
  );
}

type RadiusSelectProps = { current: number; choices: number[]; onChange: (km: number) => void };

function RadiusSelect({ current, choices, onChange }: RadiusSelectProps) {
  return (
    <select
      id="rayon"
      name="rayon"
      className="select"
      autoComplete="off"
      value={current}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {choices.map((km) => (
        <option key={km} value={km}>
          à moins de {km}&nbsp;km
        </option>
      ))}
    </select>
  );
}

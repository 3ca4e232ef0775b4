'use client';

import { type FormEvent, lazy, Suspense, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { useField } from '@/components/ui/form-context';
import { SubmitButton } from '@/components/ui/submit-button';
import { useHydrated } from '@/components/ui/use-hydrated';

const PositionMap = lazy(() => import('@/components/map/live/position-map'));

/** A point placed by hand, on the map or in numbers, is an address: no longer the centre of a commune. */
function chooseAddress({ currentTarget: { value, form } }: FormEvent<HTMLInputElement>) {
  const address = form?.querySelector<HTMLInputElement>('input[name="positionKind"][value="address"]');
  if (value.trim() && !address?.checked) address?.click();
}

type InitialPosition = { kind: 'address' | 'commune' | 'unknown'; latitude: string; longitude: string };

const KINDS = [
  { value: 'commune', label: 'Centre de la commune' },
  { value: 'address', label: 'Adresse' },
  { value: 'unknown', label: 'Inconnue' },
];
const DEGREES = [
  { name: 'latitude', label: 'Latitude' },
  { name: 'longitude', label: 'Longitude' },
] as const;

export function PositionFields({ initial, score }: { initial: InitialPosition; score: string | null }) {
  const { typed } = useField('geocoded');
  const latitude = useField('latitude');
  const longitude = useField('longitude');
  const isLive = useHydrated();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <div className="g6">
        <Choice name="positionKind" legend="Position sur la carte" options={KINDS} initially={[initial.kind]} />
        {score ? <p className="soft grp-hint">{score}</p> : null}
      </div>
      <div className="g6 look-up">
        <SubmitButton small name="intention" value="adresse" pending="Recherche…">
          Chercher l’adresse
        </SubmitButton>
        <SubmitButton small name="intention" value="centre" pending="Recherche…">
          Prendre le centre de la commune
        </SubmitButton>
        {isLive ? (
          <Button small look="ink" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? 'Fermer la carte' : 'Placer sur la carte'}
          </Button>
        ) : null}
      </div>
      {DEGREES.map(({ name, label }) => (
        <div key={name} className="g3">
          <Field
            name={name}
            label={label}
            inputMode="decimal"
            autoComplete="off"
            initially={initial[name]}
            onInput={chooseAddress}
          />
        </div>
      ))}
      <input type="hidden" name="geocoded" value={typed?.[0] ?? ''} readOnly />
      {isOpen ? (
        <div className="g6">
          <Suspense fallback={<p className="soft">La carte arrive…</p>}>
            <PositionMap latitudeId={latitude.id} longitudeId={longitude.id} />
          </Suspense>
        </div>
      ) : null}
    </>
  );
}

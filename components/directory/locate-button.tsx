'use client';

import { useState } from 'react';
import { Icon } from '@/components/ui/icon';
import type { ApiAnswer } from '@/lib/api/answers';
import type { Problem } from '@/lib/http/problem';

type LocateButtonProps = {
  onFound: (commune: { code: string; name: string }) => void;
  onMessage: (sentence: string) => void;
};

const ASK_FOR_MS = 10_000;
const NO_ANSWER = 'L’annuaire n’a pas répondu. Réessayez, ou écrivez le nom de votre commune.';

const refusals: Record<number, string> = {
  1: 'Votre navigateur n’a pas donné votre position. Écrivez le nom de votre commune.',
  2: 'Votre position n’est pas connue pour le moment. Écrivez le nom de votre commune.',
  3: 'Votre position tarde à venir. Réessayez, ou écrivez le nom de votre commune.',
};

/** A hundredth of a degree, about a kilometre: enough to name a commune, and nothing finer leaves the browser. */
const round = (degrees: number) => Math.round(degrees * 100) / 100;

async function nearestCommune({ longitude, latitude }: GeolocationCoordinates) {
  const answer = await fetch('/api/v1/communes/proche', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ longitude: round(longitude), latitude: round(latitude) }),
  });
  return (await answer.json()) as ApiAnswer<'/api/v1/communes/proche'> | Problem;
}

/** Asks the browser where the reader is only when pressed, keeps the commune and forgets the position. */
export function LocateButton({ onFound, onMessage }: LocateButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const stop = (sentence: string) => {
    setAsking(false);
    onMessage(sentence);
  };
  const found = async ({ coords }: GeolocationPosition) => {
    try {
      const answer = await nearestCommune(coords);
      stop('detail' in answer ? answer.detail : '');
      if ('code' in answer) onFound(answer);
    } catch {
      stop(NO_ANSWER);
    }
  };
  const locate = () => {
    if (isAsking) return;
    if (!('geolocation' in navigator)) {
      stop(refusals[2] ?? NO_ANSWER);
      return;
    }
    setAsking(true);
    onMessage('');
    navigator.geolocation.getCurrentPosition(
      (position) => void found(position),
      ({ code }) => stop(refusals[code] ?? NO_ANSWER),
      { timeout: ASK_FOR_MS, maximumAge: 60_000 },
    );
  };
  return (
    <button type="button" className="btn btn--ink locate" onClick={locate} aria-busy={isAsking}>
      <Icon name="locate" />
      <span>{isAsking ? 'Recherche…' : 'Autour de moi'}</span>
    </button>
  );
}

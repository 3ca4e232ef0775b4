'use client';

import { useEffect, useState } from 'react';

export type SuggestedCommune = {
  code: string;
  name: string;
  department: { code: string; name: string };
  postcode: string | null;
};

const WAIT_MS = 150;
const FEWEST_LETTERS = 2;

/** Asks the site which communes answer to a text. Throws when it does not answer. */
export async function fetchCommunes(typed: string, signal?: AbortSignal): Promise<SuggestedCommune[]> {
  const answer = await fetch(`/api/v1/communes?q=${encodeURIComponent(typed)}`, { signal: signal ?? null });
  if (!answer.ok) throw new Error(`The communes of a text have status ${answer.status}`);
  const { items }: { items: SuggestedCommune[] } = await answer.json();
  return items;
}

type Suggestions = { typed: string; communes: SuggestedCommune[] };

/** Communes for what was typed; null while nothing was asked or nothing has come back. */
export function useCommuneSuggestions(typed: string): SuggestedCommune[] | null {
  const asked = typed.trim();
  const [suggestions, setSuggestions] = useState<Suggestions | null>(null);
  useEffect(() => {
    if (asked.length < FEWEST_LETTERS) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        setSuggestions({ typed: asked, communes: await fetchCommunes(asked, abort.signal) });
      } catch {
        // Without suggestions the form still sends what was typed, and the page answers.
      }
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked]);
  return asked.length >= FEWEST_LETTERS && suggestions ? suggestions.communes : null;
}

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
        const answer = await fetch(`/api/v1/communes?q=${encodeURIComponent(asked)}`, { signal: abort.signal });
        if (!answer.ok) return;
        const { items }: { items: SuggestedCommune[] } = await answer.json();
        setSuggestions({ typed: asked, communes: items });
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

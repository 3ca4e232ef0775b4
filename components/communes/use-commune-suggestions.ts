'use client';

import { useEffect, useState } from 'react';
import type { ApiCommune } from '@/lib/api/answers';

const WAIT_MS = 150;
const FEWEST_LETTERS = 2;

/** Throws when the site does not answer. */
export async function fetchCommunes(typed: string, signal?: AbortSignal): Promise<ApiCommune[]> {
  const answer = await fetch(`/api/v1/communes?q=${encodeURIComponent(typed)}`, { signal: signal ?? null });
  if (!answer.ok) throw new Error(`The communes of a text have status ${answer.status}`);
  const { items }: { items: ApiCommune[] } = await answer.json();
  return items;
}

type Suggestions = { typed: string; communes: ApiCommune[] };

/** Null while nothing was asked or nothing has come back. */
export function useCommuneSuggestions(typed: string): ApiCommune[] | null {
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

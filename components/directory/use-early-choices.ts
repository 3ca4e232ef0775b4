'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';

type EarlyChoice = { name: string; value: string };

/** Boxes ticked or unticked before the page came alive: the browser kept them, so they are applied once it has. */
export function useEarlyChoices(
  form: RefObject<HTMLFormElement | null>,
  onFound: (choices: EarlyChoice[]) => void,
): void {
  const find = useEffectEvent(() => {
    const boxes = form.current?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [];
    const changed = [...boxes].filter((box) => box.checked !== box.defaultChecked);
    if (changed.length > 0) onFound(changed.map(({ name, value }) => ({ name, value })));
  });
  useEffect(() => find(), []);
}

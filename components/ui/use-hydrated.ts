'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False in the first copy in the browser too, so that both write the same page. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

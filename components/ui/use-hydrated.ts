'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the server and in its first copy in the browser, so that both write the same page; then true. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

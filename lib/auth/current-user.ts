import { headers } from 'next/headers';
import { cache } from 'react';
import { readSession } from './session';

/** Once a request: the shell and the page both ask. */
export const currentUser = cache(async () => readSession(await headers()));

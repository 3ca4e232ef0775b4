import { createHmac } from 'node:crypto';
import { authSecret } from '@/lib/env';

/** `kind` keeps two uses of a text apart. */
export const keyedHash = (kind: string, text: string): string =>
  createHmac('sha256', authSecret()).update(`${kind}\0${text}`).digest('hex');
